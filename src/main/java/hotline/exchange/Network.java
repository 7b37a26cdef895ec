package hotline.exchange;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that the parts of one exchange share: its time, its books, and who is on the line. Touched inside the timeline. */
final class Network {
    /** E.164: a plus sign, no leading zero, at most 15 digits. */
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");

    final ExchangeSettings settings;
    final Timeline timeline;
    final Sids sids;
    final CallLog log;
    final Complaints complaints;
    final Faults faults;
    final Webhooks webhooks;
    final Audio audio;
    final Recordings recordings;
    final Messages messages;
    final Debugger debugger;

    private final Runnable settle;
    private final Map<String, HotlineNumber> numbers = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Set<String> callerIds = ConcurrentHashMap.newKeySet();
    private final Map<String, Handset> handsets = new TreeMap<>();
    private final Map<String, String> introduced = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, CallLeg> calls = new LinkedHashMap<>();
    private final Map<String, Conference> conferences = new LinkedHashMap<>();
    private @Nullable URI ownAddress;
    private volatile @Nullable CallSaver callSaver;

    /**
     * @param settle what phones do after they have done something: in virtual time, wait until the network is at rest
     */
    Network(ExchangeSettings settings, Timeline timeline, Runnable settle) {
        this.settings = settings;
        this.timeline = timeline;
        this.settle = settle;
        this.sids = new Sids(settings.seed());
        this.log = new CallLog(timeline);
        this.complaints = new Complaints(timeline, log);
        this.faults = new Faults(settings.seed());
        this.webhooks = new Webhooks(timeline, complaints, faults, sids, settings);
        this.audio = new Audio(timeline, complaints);
        this.recordings = new Recordings(this);
        this.messages = new Messages(this);
        this.debugger = new Debugger(this);
    }

    void listensAt(URI address) {
        ownAddress = address;
    }

    /** Where the REST API of the account begins. */
    String accountUrl() {
        return ownAddress + "/2010-04-01/Accounts/" + settings.accountSid();
    }

    void saveCallsWith(CallSaver saver) {
        callSaver = saver;
    }

    Optional<CallSaver> callSaver() {
        return Optional.ofNullable(callSaver);
    }

    void settle() {
        settle.run();
    }

    void serve(HotlineNumber number) {
        numbers.put(number.number(), number);
    }

    void verifyCallerId(String number) {
        callerIds.add(number);
    }

    /** In the order in which they were given: the first is the one that is dialed unless said otherwise. */
    List<HotlineNumber> served() {
        synchronized (numbers) {
            return List.copyOf(numbers.values());
        }
    }

    Optional<HotlineNumber> findServed(String number) {
        return Optional.ofNullable(numbers.get(number));
    }

    /** Whether Hotline may show this number: one of its own, or one that it has shown to be its own. */
    boolean isCallerId(String number) {
        return numbers.containsKey(number) || callerIds.contains(number);
    }

    static boolean isPhoneNumber(String text) {
        return E164.matcher(text).matches();
    }

    /** The phone with this number; it has been there all along. */
    Handset handset(String number) {
        return timeline.inside(() -> handsets.computeIfAbsent(number, name -> new Handset(this, name)));
    }

    /** The same phone, for those outside the network. */
    Phone phone(String number) {
        return new Phone(this, handset(number));
    }

    List<Phone> phones() {
        return timeline.inside(() -> handsets.values().stream()
                .map(handset -> new Phone(this, handset))
                .toList());
    }

    void introduce(String number, String name) {
        introduced.put(number, name);
    }

    /** Phones whose owners have names, in the order in which they were introduced. */
    Map<String, String> introduced() {
        synchronized (introduced) {
            return new LinkedHashMap<>(introduced);
        }
    }

    void add(CallLeg leg) {
        calls.put(leg.sid(), leg);
    }

    Optional<CallLeg> findCall(String sid) {
        return Optional.ofNullable(calls.get(sid));
    }

    /** Newest first, as Twilio lists them. */
    List<CallLeg> calls() {
        List<CallLeg> newestFirst = new ArrayList<>(calls.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** The conference that now goes by the name, or a new one. */
    Conference conference(String name) {
        return conferences.values().stream()
                .filter(c -> c.friendlyName().equals(name) && !c.isCompleted())
                .findFirst()
                .orElseGet(() -> {
                    Conference conference = new Conference(this, name);
                    conferences.put(conference.sid(), conference);
                    return conference;
                });
    }

    Optional<Conference> findConference(String sid) {
        return Optional.ofNullable(conferences.get(sid));
    }

    List<Conference> conferences() {
        List<Conference> newestFirst = new ArrayList<>(conferences.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }
}

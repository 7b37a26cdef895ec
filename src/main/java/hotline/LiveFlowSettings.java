package hotline;

import hotline.flow.DialledNumber;
import hotline.flow.FixedPrompt;
import hotline.flow.Utterance;
import hotline.flow.VoiceFlows;
import hotline.message.Reach;
import hotline.order.OrderFormat;
import hotline.phone.DialRules;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.phone.PhoneNumbers;
import hotline.publish.FlowVersions;
import hotline.queue.QueueRuleSet;
import hotline.twilio.TroubleWords;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the other parts take from the flows that are live, read anew each time: it changes while the program runs. */
final class LiveFlowSettings {
    private record WorkedOut(VoiceFlows flows, QueueRuleSet rules) {}

    private final FlowVersions versions;
    private final PhoneNumber callerId;
    private volatile @Nullable WorkedOut workedOut;

    LiveFlowSettings(FlowVersions versions, PhoneNumber callerId) {
        this.versions = versions;
        this.callerId = callerId;
    }

    private VoiceFlows flows() {
        return versions.current();
    }

    /** The words of messages; those that belong to a call come from the version that it runs on. */
    String message(String template, Language language, Map<String, String> values) {
        return flows().message(template, language, values);
    }

    /** The rules of the queues; asked many times a second, so they are worked out once for each version. */
    QueueRuleSet queueRules() {
        VoiceFlows flows = flows();
        WorkedOut known = workedOut;
        if (known == null || known.flows() != flows) {
            known = new WorkedOut(flows, FlowQueueRules.of(flows));
            workedOut = known;
        }
        return known.rules();
    }

    /** What callers hear while nothing else works, in every language, since nobody knows theirs. */
    TroubleWords troubleWords() {
        return new TroubleWords(inAllLanguages(FixedPrompt.ONE_MOMENT), inAllLanguages(FixedPrompt.TROUBLE_GOODBYE));
    }

    private List<Utterance> inAllLanguages(FixedPrompt prompt) {
        VoiceFlows flows = flows();
        return flows.languages().stream()
                .<Utterance>map(language -> flows.say(prompt, language, Map.of()))
                .toList();
    }

    String holdMusic() {
        return flows().holdMusic();
    }

    /** What strangers are answered in. */
    Language mainLanguage() {
        return flows().languages().get(0);
    }

    List<OrderFormat> orderFormats() {
        return flows().orderFormats().stream()
                .map(shape -> new OrderFormat("order-number", shape.pattern()))
                .toList();
    }

    /** Which numbers may be rung: not our own. */
    private DialRules dialRules() {
        return new DialRules(DialRules.DEFAULT_COUNTRIES, ownNumbers());
    }

    /** The number that somebody typed to be rung back on, if it may be rung. */
    Optional<PhoneNumber> callbackNumber(String typed) {
        DialRules rules = dialRules();
        return PhoneNumbers.parse(typed, region())
                .filter(rules::mayRing)
                .or(() -> PhoneNumbers.caller(typed).filter(rules::mayBeNewerThanThePlans));
    }

    /** Who can get text messages. */
    Reach reach() {
        return number -> {
            DialRules rules = dialRules();
            return rules.canReceiveSms(number) || rules.mayBeNewerThanThePlans(number)
                    ? Optional.empty()
                    : Optional.of(PhoneNumbers.kind(number).name().toLowerCase(Locale.ROOT));
        };
    }

    boolean isOwn(PhoneNumber number) {
        return ownNumbers().contains(number);
    }

    private Set<PhoneNumber> ownNumbers() {
        return Stream.concat(Stream.of(callerId), flows().numbers().stream().map(DialledNumber::number))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where the shop is: the time zone of its first number. */
    ZoneId zone() {
        return flows().numbers().get(0).zone();
    }

    /** The country whose national numbers are understood: that of the shop's first number. */
    String region() {
        return PhoneNumbers.country(flows().numbers().get(0).number()).orElse("ID");
    }
}

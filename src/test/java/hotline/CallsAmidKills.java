package hotline;

import hotline.exchange.CallLine;
import hotline.exchange.Exchange;
import hotline.exchange.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The people around a node that is killed now and then: they press through to tickets, wait, book callbacks, and answer. */
final class CallsAmidKills {
    /** Who has ordered something and reports it missing. */
    static final int BUYERS = 200;

    private static final int REPORTING_AT_ONCE = 4;
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(250);
    private static final Pattern SPOKEN = Pattern.compile(
            "(?<![0-9][, ]{1,2})[0-9] [0-9] [0-9], [0-9] [0-9] [0-9], [0-9] [0-9] [0-9](?![, ]{1,2}[0-9])");
    private static final Pattern SENT = Pattern.compile("(?<![0-9-])[0-9]{3}-[0-9]{3}-[0-9]{3}(?![0-9-])");

    private final Exchange exchange;
    private final List<Caller> callers = new ArrayList<>();
    private final List<Phone> rungPhones = new CopyOnWriteArrayList<>();
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final Map<String, String> rings = new ConcurrentHashMap<>();
    private final AtomicReference<Runnable> atNextRing = new AtomicReference<>(() -> {});
    private Instant nextCallAt = Instant.MIN;
    private int buyers;
    private int others;

    CallsAmidKills(Exchange exchange) {
        this.exchange = exchange;
        exchange.follow(this::note);
    }

    private record Caller(Phone phone, Deque<String> keys, boolean reports) {}

    static String buyer(int number) {
        return "+628123450%04d".formatted(number);
    }

    /** The phone answers at once, presses 1 and stays on the line for as long as the other end. */
    void answers(String number) {
        rungPhones.add(exchange.phone(number).habit(Phone.Habit.ANSWERS, Duration.ofMillis(300)));
    }

    /** Somebody new calls and presses these keys, each as soon as keys are awaited. */
    Phone call(String... keys) {
        return call("+628567%06d".formatted(others++), false, keys);
    }

    /** The same by somebody who has ordered something, and is asked about that order. */
    void callAsBuyer(String... keys) {
        call(nextBuyer().number(), false, keys);
    }

    private Phone nextBuyer() {
        Phone next = exchange.phone(buyer(buyers++ % BUYERS));
        return next.isIdle() ? next : nextBuyer();
    }

    private Phone call(String number, boolean reports, String... keys) {
        Phone phone = exchange.phone(number).dial(CallRig.HOTLINE);
        callers.add(new Caller(phone, new ArrayDeque<>(List.of(keys)), reports));
        return phone;
    }

    /** Everybody does what there is to do for them at this moment; more report missing orders if asked to. */
    void step(boolean more) {
        callers.removeIf(caller -> caller.phone().isIdle());
        callers.forEach(this::press);
        for (Phone phone : rungPhones) {
            if (phone.isAwaited()) {
                phone.press("1");
            }
        }
        Instant now = exchange.clock().instant();
        if (more && !now.isBefore(nextCallAt) && countReporting() < REPORTING_AT_ONCE) {
            nextCallAt = now.plus(BETWEEN_CALLS);
            call(nextBuyer().number(), true, "1", "1", "1");
        }
    }

    private void press(Caller caller) {
        if (!caller.keys().isEmpty()) {
            if (caller.phone().isAwaited()) {
                caller.phone().press(caller.keys().remove());
            }
        } else if (caller.reports() && caller.phone().isAwaited()) {
            caller.phone().hangUp();
        }
    }

    private long countReporting() {
        return callers.stream().filter(Caller::reports).count();
    }

    /** Called inside the network. */
    private void note(CallLine line) {
        switch (line.kind()) {
            case HEAR -> add(SPOKEN, line.text());
            case MESSAGE -> add(SENT, line.text());
            case RING -> rings(line);
            default -> {}
        }
    }

    private void rings(CallLine line) {
        rings.put(line.about(), line.number());
        if (rungPhones.stream().anyMatch(phone -> phone.number().equals(line.number()))) {
            atNextRing.getAndSet(() -> {}).run();
        }
    }

    /** What to do, once, as soon as the next phone is rung and before whoever asked for it has been answered. */
    void atNextRing(Runnable deed) {
        atNextRing.set(deed);
    }

    private void add(Pattern pattern, String text) {
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            tickets.add(matcher.group().replaceAll("[^0-9]", ""));
        }
    }

    /** Numbers of all tickets that anybody was told. */
    Set<String> tickets() {
        return new LinkedHashSet<>(tickets);
    }

    /** SIDs of the calls that Hotline placed: whoever answers does not call. */
    Set<String> placed() {
        Set<String> answering = rungPhones.stream().map(Phone::number).collect(Collectors.toSet());
        return rings.entrySet().stream()
                .filter(ring -> answering.contains(ring.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    void allHangUp() {
        callers.forEach(caller -> caller.phone().hangUp());
        rungPhones.forEach(Phone::hangUp);
    }
}

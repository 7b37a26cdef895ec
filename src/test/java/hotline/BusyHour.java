package hotline;

import hotline.exchange.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Callers who all want a human, one every few seconds, and agents who take every call. Every tenth caller gives up while they wait;
 * nobody else hangs up before they have spoken with an agent for a while.
 */
final class BusyHour {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_CALLERS = Duration.ofSeconds(8);
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final int SECONDS_TO_ANSWER = 4;

    private final SplittableRandom random;
    private final List<Caller> callers = new ArrayList<>();
    private final List<Phone> agents = new ArrayList<>();
    private Instant nextAct;
    private Instant nextCall;
    private int dialed;

    BusyHour(CallRig rig, int callers, int agents, long seed) {
        random = new SplittableRandom(seed);
        nextAct = rig.now();
        nextCall = rig.now();
        for (int i = 0; i < agents; i++) {
            this.agents.add(rig.agent("agent%02d".formatted(i), "+6281100000%03d".formatted(100 + i)));
        }
        for (int i = 0; i < callers; i++) {
            Duration patience = i % 10 == 9 ? seconds(30, 120) : FOR_EVER;
            Phone phone = rig.exchange().phone("+62812340%05d".formatted(i));
            this.callers.add(new Caller(phone, patience, seconds(60, 240)));
        }
    }

    private Duration seconds(int from, int to) {
        return Duration.ofSeconds(random.nextInt(from, to));
    }

    /** Everybody does what they do now. */
    void act(Instant now) {
        if (now.isBefore(nextAct)) {
            return;
        }
        nextAct = now.plus(PACE);
        if (dialed < callers.size() && !now.isBefore(nextCall)) {
            nextCall = now.plus(BETWEEN_CALLERS);
            callers.get(dialed++).dial(now);
        }
        agents.forEach(this::takeWhatRings);
        callers.forEach(caller -> caller.act(now));
    }

    private void takeWhatRings(Phone agent) {
        if (agent.isRinging() && random.nextInt(SECONDS_TO_ANSWER) == 0) {
            agent.answer();
        } else if (agent.isAwaited()) {
            agent.press("1");
        }
    }

    /** Callers whose patience ended before they heard an agent's name. */
    List<String> gaveUp() {
        return callers.stream()
                .filter(caller -> caller.withAgentSince == null)
                .map(caller -> caller.phone.number())
                .toList();
    }

    List<Phone> phones() {
        return Stream.concat(callers.stream().map(caller -> caller.phone), agents.stream())
                .toList();
    }

    /** Whether all have called and nobody is on the line anymore. */
    boolean isOver() {
        return dialed == callers.size() && phones().stream().allMatch(Phone::isIdle);
    }

    /** Somebody who asks for a human, waits, speaks, and hangs up. */
    private static final class Caller {
        private final Phone phone;
        private final Duration patience;
        private final Duration talk;
        private Instant dialedAt = Instant.MAX;
        private boolean hasAsked;
        private @Nullable Instant withAgentSince;

        Caller(Phone phone, Duration patience, Duration talk) {
            this.phone = phone;
            this.patience = patience;
            this.talk = talk;
        }

        void dial(Instant now) {
            phone.dial(CallRig.HOTLINE);
            dialedAt = now;
        }

        void act(Instant now) {
            if (!phone.isTalking()) {
                return;
            }
            if (!hasAsked) {
                if (phone.isAwaited()) {
                    phone.press("0");
                    hasAsked = true;
                }
            } else if (withAgentSince != null) {
                hangUpAfter(withAgentSince, talk, now);
            } else if (hasHeard("Anda berbicara dengan")) {
                withAgentSince = now;
            } else {
                hangUpAfter(dialedAt, patience, now);
            }
        }

        private boolean hasHeard(String words) {
            return phone.words().stream().anyMatch(spoken -> spoken.contains(words));
        }

        private void hangUpAfter(Instant since, Duration length, Instant now) {
            if (!now.isBefore(since.plus(length))) {
                phone.hangUp();
            }
        }
    }
}

package hotline;

import hotline.exchange.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Agents and customers as they are when a phone rings: some answer soon and press 1, some late, some never, some press nothing,
 * some hang up at once; who speaks with somebody stops after a while. One act of each in a second.
 */
final class PeopleWhoAreRung {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final SplittableRandom random;
    private final List<Phone> phones = new ArrayList<>();
    private Instant nextAt = Instant.MIN;

    PeopleWhoAreRung(long seed) {
        this.random = new SplittableRandom(seed);
    }

    void add(Phone phone) {
        phones.add(phone);
    }

    void act(Instant now) {
        if (now.isBefore(nextAt)) {
            return;
        }
        nextAt = now.plus(PACE);
        phones.forEach(this::act);
    }

    private void act(Phone phone) {
        switch (phone.state()) {
            case RINGING -> pickUpOrNot(phone);
            case TALKING -> talk(phone);
            case IDLE, DIALING -> {}
        }
    }

    private void pickUpOrNot(Phone phone) {
        int lot = random.nextInt(100);
        if (lot < 20) {
            phone.answer();
        } else if (lot < 22) {
            phone.reject();
        }
    }

    private void talk(Phone phone) {
        int lot = random.nextInt(100);
        if (lot < 1) {
            phone.hangUp();
        } else if (phone.isAwaited() && lot < 40) {
            phone.press(lot < 37 ? "1" : "5");
        }
    }
}

package hotline.queue;

import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Where something is about to happen twice.
 *
 * @param contact of {@link #CALL}
 * @param reservation of the agent {@link #ANN} for it, or the last she had
 * @param attempt to ring the customer back
 * @param talking the reservation of {@link #ANN}, where it is somebody else who is rung
 */
record Race(UUID contact, UUID reservation, Optional<UUID> attempt, Optional<UUID> talking) {
    static final CallSid CALL = new CallSid("CA1");
    static final CallSid OTHER_CALL = new CallSid("CA2");
    static final CallSid CUSTOMER_LEG = new CallSid("CA-customer");
    static final PhoneNumber OTHER = new PhoneNumber("+6281111111111");
    static final String ANN = "ann";
    static final String BOB = "bob";

    /** How far things have come. */
    enum Scene {
        /** The caller waits as long as anybody may, and the only agent talks with somebody else. */
        WAITING {
            @Override
            Race prepare(CallCenter node) {
                node.agent(ANN);
                node.joins(OTHER_CALL, OTHER);
                node.settles();
                UUID reservation = node.ringing(ANN);
                node.presses1(reservation);
                node.joins(CALL);
                node.clock.tick(SkillRules.USUAL.longestWait().minusSeconds(1));
                node.waits(CALL);
                node.clock.tick(Duration.ofSeconds(1));
                return new Race(node.contact(CALL).id(), reservation, Optional.empty(), Optional.empty());
            }
        },
        /** The agent's phone rings. */
        RINGING {
            @Override
            Race prepare(CallCenter node) {
                node.agent(ANN);
                node.joins(CALL);
                node.settles();
                return new Race(node.contact(CALL).id(), node.ringing(ANN), Optional.empty(), Optional.empty());
            }
        },
        /** Caller and agent talk. */
        TALKING {
            @Override
            Race prepare(CallCenter node) {
                Race race = RINGING.prepare(node);
                node.answersPhone(race.reservation());
                node.presses1(race.reservation());
                node.settles();
                return race;
            }
        },
        /** A customer is rung back, and an agent is held for them. */
        DIALING {
            @Override
            Race prepare(CallCenter node) {
                node.agent(ANN);
                node.booksCallback(CALL);
                node.passes(CenterRules.CALLBACKS.firstAfter());
                return new Race(
                        node.contact(CALL).id(), node.ringing(ANN), Optional.of(node.dialing()), Optional.empty());
            }
        },
        /** The agent has asked for advice, and another agent's phone rings. */
        ASKING {
            @Override
            Race prepare(CallCenter node) {
                Race race = TALKING.prepare(node);
                node.agent(BOB);
                node.does(h -> node.acd.consults().ask(h, ANN, new Destination.ToSkill(CenterRules.SKILL), node.now()));
                node.settles();
                return new Race(race.contact(), node.ringing(BOB), Optional.empty(), Optional.of(race.reservation()));
            }
        },
        /** Two agents talk about the caller, who is on hold. */
        ADVISED {
            @Override
            Race prepare(CallCenter node) {
                Race race = ASKING.prepare(node);
                node.answersPhone(race.reservation());
                node.presses1(race.reservation());
                node.settles();
                return race;
            }
        },
        /** The agent's line was lost, and the caller listens to what can be done. */
        CUT_OFF {
            @Override
            Race prepare(CallCenter node) {
                Race race = TALKING.prepare(node);
                node.legEnds(race.reservation(), "completed");
                node.settles();
                return race;
            }
        },
        /** The agent finishes up. */
        WRAPPING_UP {
            @Override
            Race prepare(CallCenter node) {
                Race race = TALKING.prepare(node);
                node.hangsUp(CALL);
                return race;
            }
        };

        abstract Race prepare(CallCenter node);
    }

    /** Somebody does something to the caller, on either node. */
    @FunctionalInterface
    interface Move {
        void make(CallCenter node, Race race);
    }

    UUID dialed() {
        return attempt.orElseThrow();
    }
}

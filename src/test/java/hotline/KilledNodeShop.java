package hotline;

import hotline.agent.NewAgent;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.flow.Question;
import hotline.order.Order;
import hotline.order.OrderNumber;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is in the database of a node that will be killed before it first runs. */
final class KilledNodeShop {
    /** Whose callers wait until the end, because their only agent speaks all the time. */
    static final String BUSY_SKILL = "other";

    private static final int AGENTS = 25;
    private static final int CALLBACKS = 6;

    private final CallsAmidKills people;

    KilledNodeShop(CallsAmidKills people) {
        this.people = people;
    }

    /** Orders, agents, and callbacks booked a while ago: written before the node runs, which has the file to itself. */
    void open(Settings settings, Instant now) {
        try (Core core = Core.open(settings, Clock.systemUTC())) {
            new SampleShop(core, now).open();
            order(core);
            core.writer()
                    .write(handle -> core.acd()
                            .desk()
                            .setPresence(handle, SampleShop.BUDI.username(), Presence.OFFLINE, Optional.empty(), now));
            agent(core, "talker", Set.of(BUSY_SKILL), now);
            for (int i = 0; i < AGENTS; i++) {
                agent(core, "agent" + i, Set.of("missing-order"), now);
            }
            for (int i = 0; i < CALLBACKS; i++) {
                book(core, i, now.minus(Duration.ofMinutes(10)));
            }
        }
    }

    private static void order(Core core) {
        Order sample = core.ownOrders().listNewest(SampleShop.CALLER, 1).get(0);
        for (int i = 0; i < CallsAmidKills.BUYERS; i++) {
            Order order = orderOf(sample, i);
            core.writer().write(handle -> {
                core.ownOrders().put(handle, order);
                return true;
            });
        }
    }

    private static Order orderOf(Order sample, int buyer) {
        return new Order(
                OrderNumber.of(sample.number().value().substring(0, 6) + "%04dWXYZ".formatted(buyer)),
                Optional.of(new PhoneNumber(CallsAmidKills.buyer(buyer))),
                sample.status(),
                sample.placedAt(),
                sample.shipment(),
                sample.promisedOn(),
                sample.deliveredAt(),
                sample.total(),
                sample.items(),
                sample.seller());
    }

    private void agent(Core core, String username, Set<String> skills, Instant now) {
        String phone = "+6281100%05d".formatted(Math.floorMod(username.hashCode(), 100_000));
        core.writer().write(handle -> {
            core.agents()
                    .put(
                            handle,
                            new NewAgent(
                                    username,
                                    username,
                                    Optional.of(new PhoneNumber(phone)),
                                    List.of(Language.INDONESIAN, Language.ENGLISH),
                                    Skills.of(skills),
                                    Role.AGENT),
                            now);
            return core.acd().desk().setPresence(handle, username, Presence.AVAILABLE, Optional.empty(), now);
        });
        people.answers(phone);
    }

    /** From Singapore, where the hotline's calling hours do not apply. */
    private void book(Core core, int number, Instant at) {
        PhoneNumber customer = new PhoneNumber("+659123456" + number);
        core.writer()
                .write(handle -> core.acd()
                        .callbacks()
                        .book(
                                handle,
                                new CallSid("CA%032d".formatted(number)),
                                new Question.BookCallback("missing-order", "missing-order", Optional.empty(), Map.of()),
                                Optional.of(customer),
                                Language.ENGLISH,
                                at));
        people.answers(customer.e164());
    }
}

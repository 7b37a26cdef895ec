package hotline.rehearsal;

import hotline.agent.NewAgent;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.message.OptOuts;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.queue.NewContact;
import hotline.store.Changes;
import hotline.ticket.CasePolicy;
import hotline.ticket.Channel;
import hotline.ticket.NewTicket;
import hotline.ticket.Origin;
import hotline.ticket.TicketStatus;
import hotline.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/** Sets the stage: makes the world of an example out of an empty one. */
final class Setting {
    private static final int NO_LIMIT = 10_000;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Stage stage;
    private final Given given;
    private final ZoneId zone;
    private final List<Cast> cast = new ArrayList<>();

    /** An agent and the phone on which they are rung. */
    record Cast(String username, PhoneNumber phone, boolean busy) {}

    Setting(Stage stage, Given given) {
        this.stage = stage;
        this.given = given;
        this.zone = stage.parts().flows().numbers().get(0).zone();
    }

    /** Everybody takes their places; the agents, in the order of the example. */
    List<Cast> make() {
        stage.clear(given.at());
        Instant now = stage.now();
        stage.parts().outage().down(given.ordersDown());
        stage.write(handle -> {
            given.orders().forEach(order -> stage.parts().orders().put(handle, order.order(zone)));
            given.tickets().forEach(ticket -> open(handle, ticket));
            if (given.optedOut()) {
                given.caller().ifPresent(caller -> new OptOuts().add(handle, caller, now));
            }
            for (int i = 0; i < given.agents().size(); i++) {
                cast.add(signIn(handle, given.agents().get(i), i + 1, now));
            }
            return true;
        });
        return cast;
    }

    /** Those who wait before the caller does; once the agents who are busy are so. */
    void fillQueue() {
        if (given.waiting() == 0) {
            return;
        }
        Instant now = stage.now();
        stage.write(handle -> {
            for (int i = 1; i <= given.waiting(); i++) {
                join(handle, i, now);
            }
            return true;
        });
        stage.pass(A_MOMENT);
    }

    /** The ticket gets its number by lot as all do; only that the lot is drawn beforehand. */
    private void open(Handle handle, GivenTicket ticket) {
        Instant opened = ticket.opened().atTime(LocalTime.NOON).atZone(zone).toInstant();
        int drawn = Integer.parseInt(ticket.number().value().substring(0, 8));
        Tickets tickets = new Tickets(CasePolicy.DEFAULTS, NO_LIMIT, drawing(drawn), Changes.NONE);
        tickets.open(
                handle,
                new NewTicket(
                        ticket.category(),
                        ticket.order().map(number -> new NewTicket.AboutOrder(number, true)),
                        Optional.empty(),
                        ticket.phone(),
                        given.dialled().language(),
                        new Origin(Channel.PHONE, Optional.empty(), Optional.empty())),
                opened);
        if (ticket.status() != TicketStatus.OPEN) {
            tickets.moveTo(handle, ticket.number(), ticket.status(), Optional.empty(), "shop", opened);
        }
    }

    private static RandomGenerator drawing(int number) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return number;
            }

            @Override
            public int nextInt(int origin, int bound) {
                return number;
            }
        };
    }

    private Cast signIn(Handle handle, GivenAgent agent, int number, Instant now) {
        PhoneNumber phone = agent.phone().orElseGet(() -> new PhoneNumber("+62811000000%02d".formatted(number)));
        String username = agent.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        stage.parts()
                .agents()
                .put(
                        handle,
                        new NewAgent(
                                username,
                                agent.name(),
                                Optional.of(phone),
                                agent.languages(),
                                Skills.of(agent.skills()),
                                Role.AGENT),
                        now);
        stage.parts().acd().desk().setPresence(handle, username, Presence.AVAILABLE, Optional.empty(), now);
        return new Cast(username, phone, agent.busy());
    }

    /** Somebody else who waits. Their phone is of no matter: they only have a place in the queue. */
    private void join(Handle handle, int number, Instant now) {
        String queue = given.waitingFor();
        stage.parts()
                .acd()
                .contacts()
                .join(
                        handle,
                        new NewContact(
                                new CallSid("CA-waits-" + number),
                                Optional.empty(),
                                language(),
                                queue,
                                queue,
                                Map.of()),
                        Optional.empty(),
                        now);
    }

    private Language language() {
        return given.dialled().language();
    }
}

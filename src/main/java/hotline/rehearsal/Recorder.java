package hotline.rehearsal;

import hotline.flow.DialledNumber;
import hotline.flow.Place;
import hotline.flow.VoiceFlows;
import hotline.order.Order;
import hotline.order.OrderDirectory;
import hotline.order.OrderNumber;
import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import hotline.store.Database;
import hotline.ticket.Category;
import hotline.ticket.TicketNumber;
import hotline.ticket.TicketStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a past call into an example: what was done is taken from its log, what is heard from playing it, and whatever belongs to a
 * person is replaced. The example passes when it is played, or it says why not.
 */
public final class Recorder {
    private static final List<String> NAMES = List.of("Ani", "Bima", "Citra", "Dodi", "Eka", "Fitri", "Gilang", "Hana");

    private final VoiceFlows flows;
    private final Stage stage;

    /**
     * An example that was recorded.
     *
     * @param yaml the text of its file
     * @param doubt why it is not like the call, if it is not
     */
    public record Recording(String yaml, Optional<String> doubt) {}

    /** @param flows those on which the example is to run */
    public Recorder(VoiceFlows flows, Stage stage) {
        this.flows = flows;
        this.stage = stage;
    }

    /** The call as an example; empty if there is no such call, or it was not one that a caller made. */
    public Optional<Recording> record(Database database, OrderDirectory orders, CallSid sid) {
        return database.read(handle -> PastCall.find(handle, orders, sid)).map(this::record);
    }

    private Recording record(PastCall call) {
        Fiction fiction = new Fiction();
        Given given = given(call, fiction);
        List<Move> moves = new Script(call, fiction).moves();
        String name =
                "call of " + ExampleWriter.minute(call.at(), given.dialled().zone());
        Example silent = new Example(name, new Place("", 1, 1), given, moves, Outcome.UNSAID);
        Performance performance = new Performance(stage, silent);
        Result result = performance.play();
        String yaml = new ExampleWriter(flows).write(silent, performance.chapters(), performance.aftermath());
        return new Recording(yaml, doubt(call, yaml, result, performance.chapters()));
    }

    private Optional<String> doubt(PastCall call, String yaml, Result result, List<List<Spoken>> chapters) {
        if (result.failure().isPresent()) {
            Failure failure = result.failure().get();
            return Optional.of("it cannot be played on from here: " + failure.expected() + ", but "
                    + String.join(", ", failure.found()));
        }
        ExampleReader reader = new ExampleReader(flows);
        List<Example> written = reader.file("recorded.yaml", yaml);
        if (!reader.problems().isEmpty()) {
            return Optional.of(reader.problems().get(0).toString());
        }
        Result again = new Performance(stage, written.get(0)).play();
        return again.failure()
                .map(failure -> "it does not pass: " + failure.expected() + ", but was " + failure.found())
                .or(() -> Likeness.doubt(call, chapters, flows));
    }

    private Given given(PastCall call, Fiction fiction) {
        DialledNumber dialled = call.dialled()
                .map(flows::number)
                .orElseGet(() -> flows.numbers().get(0));
        Optional<PhoneNumber> caller = call.caller().map(fiction::phone);
        call.numbers().forEach(fiction::phone);
        List<GivenOrder> orders = call.orders().orElse(List.of()).stream()
                .map(order -> order(call, order, caller, fiction))
                .toList();
        List<GivenTicket> tickets = call.tickets().stream()
                .map(ticket -> ticket(call, ticket, caller, fiction))
                .toList();
        return new Given(
                caller,
                dialled,
                call.at(),
                call.orders().isEmpty(),
                false,
                0,
                VoiceFlows.OTHER,
                orders,
                tickets,
                agents(call));
    }

    private GivenOrder order(PastCall call, Order order, Optional<PhoneNumber> caller, Fiction fiction) {
        return new GivenOrder(
                OrderNumber.of(fiction.order(order.number().value())),
                caller,
                order.status(),
                day(call, order.placedAt()),
                order.promisedOn().map(day -> call.moved(day, shopZone())),
                order.deliveredAt().map(at -> day(call, at)),
                order.total(),
                order.shipment().carrier(),
                order.shipment().trackingNumber().map(fiction::order));
    }

    private GivenTicket ticket(
            PastCall call, PastCall.PastTicket ticket, Optional<PhoneNumber> caller, Fiction fiction) {
        return new GivenTicket(
                new TicketNumber(fiction.ticket(ticket.number())),
                Category.find(ticket.category()).orElse(Category.OTHER),
                TicketStatus.OPEN,
                ticket.order().map(fiction::order).map(OrderNumber::of),
                caller,
                day(call, ticket.openedAt()));
    }

    private List<GivenAgent> agents(PastCall call) {
        List<String> skills =
                flows.queues().stream().map(hotline.flow.QueueRules::skill).toList();
        List<GivenAgent> agents = new ArrayList<>();
        for (String state :
                call.agents().subList(0, Math.min(NAMES.size(), call.agents().size()))) {
            agents.add(new GivenAgent(
                    NAMES.get(agents.size()), Optional.empty(), skills, flows.languages(), GivenAgent.isBusy(state)));
        }
        return agents;
    }

    private LocalDate day(PastCall call, Instant at) {
        return call.moved(LocalDate.ofInstant(at, shopZone()), shopZone());
    }

    private ZoneId shopZone() {
        return flows.numbers().get(0).zone();
    }
}

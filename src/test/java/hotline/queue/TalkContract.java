package hotline.queue;

import hotline.phone.CarrierRequest;
import hotline.phone.Language;
import hotline.queue.Consults.Asked;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Somebody talks with an agent, while another agent is free; and what the first agent may do then. */
abstract class TalkContract extends QueueContract {
    static final Destination BOB = new Destination.ToAgent("bob");
    static final Destination SALES = new Destination.ToSkill("sales");

    /** Ann talks with the first caller; Bob, who knows about sales only, is free. */
    UUID annTalks() {
        center.agent("ann");
        center.joins(FIRST);
        UUID reservation = center.ringing("ann");
        center.presses1(reservation);
        center.agent("bob", List.of(Language.ENGLISH), Set.of("sales"));
        return reservation;
    }

    Asked asks(Destination whom) {
        Asked asked = center.does(h -> center.acd.consults().ask(h, "ann", whom, center.now()));
        center.settles();
        return asked;
    }

    UUID annTalksWithBob() {
        annTalks();
        asks(BOB);
        UUID reservation = center.ringing("bob");
        center.answersPhone(reservation);
        center.presses1(reservation);
        return reservation;
    }

    boolean completes() {
        return center.does(h -> center.acd.consults().complete(h, "ann", center.now()));
    }

    boolean cancels() {
        return center.does(h -> center.acd.consults().cancel(h, "ann", center.now()));
    }

    Asked transfers(Destination whom) {
        return center.does(h -> center.acd.transfers().transfer(h, "ann", whom, center.now()));
    }

    boolean holds(boolean hold) {
        return center.does(h -> center.acd.controls().hold(h, "ann", hold, center.now()));
    }

    /** What the carrier was asked about the caller's part, in order: hold or talk. */
    List<String> caller() {
        center.settles();
        return center.carrier.asked(CarrierRequest.TakePart.class).stream()
                .filter(part -> part.callSid().equals(FIRST.value()))
                .map(part -> part.onHold() ? "hold" : "talk")
                .toList();
    }

    List<String> hungUp() {
        center.settles();
        return center.carrier.asked(CarrierRequest.HangUp.class).stream()
                .map(CarrierRequest.HangUp::callSid)
                .toList();
    }

    Contact consult() {
        return center.database.read(h -> h.createQuery("select " + ContactRow.COLUMNS
                        + " from contact where parent_id is not null order by since desc limit 1")
                .map((row, context) -> ContactRow.map(row))
                .one());
    }
}

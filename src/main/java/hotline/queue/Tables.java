package hotline.queue;

/** The tables of the queue. */
final class Tables {
    final ContactRepository contacts = new ContactRepository();
    final ContactMoves moves = new ContactMoves();
    final NoteRepository notes = new NoteRepository();
    final ReservationRepository reservations = new ReservationRepository();
    final SupervisionRepository supervisions = new SupervisionRepository();
    final ParticipantRepository participants = new ParticipantRepository();
    final RoutingDecisions decisions = new RoutingDecisions();
    final AttemptRepository attempts = new AttemptRepository();
}

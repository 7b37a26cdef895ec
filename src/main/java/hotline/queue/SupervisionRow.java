package hotline.queue;

import hotline.phone.CallSid;
import java.util.Optional;
import java.util.UUID;

/**
 * A supervisor who takes part in a conversation, or is rung to.
 *
 * @param isOver whether that is past
 * @param isIn whether they have come in
 * @param leg the carrier's name of the call to them, once it is known
 * @param legEnded whether that call is over
 */
record SupervisionRow(
        UUID id,
        UUID contact,
        String username,
        SupervisionMode mode,
        boolean isOver,
        boolean isIn,
        Optional<CallSid> leg,
        boolean legEnded) {}

package hotline.queue;

import hotline.phone.CallSid;
import java.util.Optional;
import java.util.UUID;

/**
 * How a leg is to take part in its room.
 *
 * @param onHold hears music, and is not heard
 * @param muted hears, and is not heard
 * @param coached the leg that alone hears this one; empty when everybody does
 * @param change the newest change, told apart from those before it
 */
record Participant(CallSid leg, UUID room, boolean onHold, boolean muted, Optional<CallSid> coached, UUID change) {
    /** As everybody is who has just come in. */
    static Participant ordinary(CallSid leg, UUID room) {
        return new Participant(leg, room, false, false, Optional.empty(), UUID.randomUUID());
    }

    Participant onHold(boolean hold) {
        return new Participant(leg, room, hold, muted, coached, UUID.randomUUID());
    }

    Participant muted(boolean mute) {
        return new Participant(leg, room, onHold, mute, coached, UUID.randomUUID());
    }

    Participant heardBy(Optional<CallSid> alone, boolean mute) {
        return new Participant(leg, room, onHold, mute, alone, UUID.randomUUID());
    }

    boolean isLike(Participant other) {
        return onHold == other.onHold && muted == other.muted && coached.equals(other.coached);
    }
}

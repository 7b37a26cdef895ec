package hotline.queue;

import hotline.phone.CallSid;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The table of how legs take part in rooms; a leg that nothing was changed for is not in it. */
final class ParticipantRepository {
    Optional<Participant> find(Handle handle, CallSid leg) {
        return handle.createQuery("""
                        select leg_sid, room_id, on_hold, muted, coached_sid, change_id from participant
                        where leg_sid = :leg""")
                .bind("leg", leg.value())
                .map((row, context) -> new Participant(
                        new CallSid(row.getString("leg_sid")),
                        row.getObject("room_id", UUID.class),
                        row.getBoolean("on_hold"),
                        row.getBoolean("muted"),
                        Optional.ofNullable(row.getString("coached_sid")).map(CallSid::new),
                        row.getObject("change_id", UUID.class)))
                .findOne();
    }

    /** Keeps it as it is to be from now on, in place of what was. */
    void put(Handle handle, Participant participant) {
        int changed = bind(handle.createUpdate("""
                        update participant set room_id = :room, on_hold = :hold, muted = :muted, coached_sid = :coached,
                            change_id = :change where leg_sid = :leg"""), participant);
        if (changed == 0) {
            bind(handle.createUpdate("""
                            insert into participant (leg_sid, room_id, on_hold, muted, coached_sid, change_id)
                            values (:leg, :room, :hold, :muted, :coached, :change)"""), participant);
        }
    }

    private static int bind(Update update, Participant participant) {
        return update.bind("leg", participant.leg().value())
                .bind("room", participant.room())
                .bind("hold", participant.onHold())
                .bind("muted", participant.muted())
                .bind("coached", participant.coached().map(CallSid::value).orElse(null))
                .bind("change", participant.change())
                .execute();
    }

    /** Nobody is in the room anymore. */
    void deleteRoom(Handle handle, UUID room) {
        handle.createUpdate("delete from participant where room_id = :room")
                .bind("room", room)
                .execute();
    }

    void delete(Handle handle, CallSid leg) {
        handle.createUpdate("delete from participant where leg_sid = :leg")
                .bind("leg", leg.value())
                .execute();
    }
}

package hotline.message;

import hotline.phone.PhoneNumber;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Who wants no messages. */
public final class OptOuts {
    /** From now on this number gets none; false if that is so already. */
    public boolean add(Handle handle, PhoneNumber number, Instant now) {
        return handle.createUpdate(
                                "insert into opt_out (phone, opted_out_at) values (:phone, :now) on conflict do nothing")
                        .bind("phone", number.e164())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** This number gets messages again; false if it does already. */
    public boolean remove(Handle handle, PhoneNumber number) {
        return handle.createUpdate("delete from opt_out where phone = :phone")
                        .bind("phone", number.e164())
                        .execute()
                == 1;
    }

    public boolean contains(Handle handle, PhoneNumber number) {
        return handle.createQuery("select count(*) from opt_out where phone = :phone")
                        .bind("phone", number.e164())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}

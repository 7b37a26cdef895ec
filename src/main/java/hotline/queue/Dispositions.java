package hotline.queue;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The results that agents record after contacts. One that was used stays, so that old contacts can still be read. */
public final class Dispositions {
    private static final String SELECT = "select code, label_id, label_en, active, position from disposition";

    /** All of them, in the order in which they are shown. */
    public List<Disposition> list(Handle handle) {
        return handle.createQuery(SELECT + " order by position, code")
                .map((row, context) -> new Disposition(
                        row.getString("code"),
                        row.getString("label_id"),
                        row.getString("label_en"),
                        row.getBoolean("active"),
                        row.getInt("position")))
                .list();
    }

    /** Those that agents can choose. */
    public List<Disposition> listActive(Handle handle) {
        return list(handle).stream().filter(Disposition::active).toList();
    }

    public Optional<Disposition> find(Handle handle, String code) {
        return list(handle).stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** Adds a disposition, or changes the one of that code; whether it was there before. */
    public boolean put(Handle handle, Disposition disposition) {
        boolean added = handle.createUpdate("""
                        insert into disposition (code, label_id, label_en, active, position)
                        values (:code, :labelId, :labelEn, :active, :position) on conflict do nothing""").bindMethods(disposition).execute() == 1;
        if (!added) {
            handle.createUpdate("""
                            update disposition set label_id = :labelId, label_en = :labelEn, active = :active,
                                position = :position
                            where code = :code""").bindMethods(disposition).execute();
        }
        return !added;
    }
}

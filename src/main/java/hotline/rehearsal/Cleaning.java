package hotline.rehearsal;

import hotline.store.Database;
import hotline.store.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Empties the database of a stage, but for what every new database has. */
final class Cleaning {
    /** Filled by the migrations. */
    private static final Set<String> KEPT = Set.of("disposition", "audit_head", "outbox_pace", "flyway_schema_history");

    private final List<String> tables;

    /** @param child the table that refers to the parent */
    private record Reference(String child, String parent) {}

    Cleaning(Database database) {
        tables = database.read(Cleaning::inOrder);
    }

    void empty(Writer writer) {
        writer.write(handle -> {
            tables.forEach(table -> handle.execute("delete from " + table));
            return handle.execute(
                    "update outbox_pace set free_at = timestamp with time zone '2000-01-01 00:00:00+00:00'");
        });
    }

    /** Every table after those that refer to it. */
    private static List<String> inOrder(Handle handle) {
        List<Reference> references = handle.createQuery("""
                        select lower(c.table_name) child, lower(u.table_name) parent
                        from information_schema.referential_constraints r
                        join information_schema.table_constraints c on c.constraint_name = r.constraint_name
                        join information_schema.table_constraints u on u.constraint_name = r.unique_constraint_name""")
                .map((row, context) -> new Reference(row.getString("child"), row.getString("parent")))
                .list();
        List<String> left = new ArrayList<>(tables(handle));
        List<String> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> free = left.stream()
                    .filter(table -> references.stream()
                            .noneMatch(one -> one.parent().equals(table)
                                    && !one.child().equals(table)
                                    && left.contains(one.child())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("tables that refer to each other in a circle: " + left);
            }
            ordered.addAll(free);
            left.removeAll(free);
        }
        return List.copyOf(ordered);
    }

    private static List<String> tables(Handle handle) {
        return handle.createQuery("""
                        select lower(table_name) from information_schema.tables
                        where lower(table_schema) = 'public' and table_type = 'BASE TABLE'""").mapTo(String.class).list().stream()
                .filter(table -> !KEPT.contains(table))
                .toList();
    }
}

package hotline.store;

import java.sql.Types;
import java.util.UUID;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds a {@link UUID}, also one that is absent: Jdbi would send that as text, which PostgreSQL does not put into a uuid. */
final class Uuids extends AbstractArgumentFactory<UUID> {
    Uuids() {
        super(Types.OTHER);
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
        return (position, statement, context) -> statement.setObject(position, value);
    }
}

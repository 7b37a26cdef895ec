package hotline.store;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Binds an {@link Instant} as a time in UTC. By way of {@link java.sql.Timestamp}, H2 would read it as a local time and
 * lose an hour when summer time ends. Cut to the microseconds that both databases keep, because they round, and a time
 * rounded up is not over yet when it is compared.
 */
final class Instants extends AbstractArgumentFactory<Instant> {
    Instants() {
        super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
        return (position, statement, context) -> statement.setObject(
                position, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }
}

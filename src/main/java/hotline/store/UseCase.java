package hotline.store;

import org.jdbi.v3.core.Handle;

/**
 * One change to the database, all of it or nothing. It must not wait for anything outside the database: every other
 * change of this node waits behind it.
 */
@FunctionalInterface
public interface UseCase<T> {
    T run(Handle handle);
}

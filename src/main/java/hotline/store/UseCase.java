package hotline.store;

import org.jdbi.v3.core.Handle;

/**
 * One change to the database, all of it or nothing. It must not wait for anything outside the database: every other
 * change of this node waits behind it. When another node was in its way it is undone and run again, so it must not change
 * anything outside the database either.
 */
@FunctionalInterface
public interface UseCase<T> {
    T run(Handle handle);
}

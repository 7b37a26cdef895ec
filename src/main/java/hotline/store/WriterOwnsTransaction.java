package hotline.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Keeps a use case from ending the transaction that it shares with its neighbors. */
final class WriterOwnsTransaction implements TransactionHandler {
    @Override
    public boolean isInTransaction(Handle handle) {
        return true;
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback) throws X {
        return callback.withHandle(handle);
    }

    @Override
    public <R, X extends Exception> R inTransaction(
            Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback) throws X {
        return callback.withHandle(handle);
    }

    @Override
    public void begin(Handle handle) {
        throw refusal();
    }

    @Override
    public void commit(Handle handle) {
        throw refusal();
    }

    @Override
    public void rollback(Handle handle) {
        throw refusal();
    }

    @Override
    public void savepoint(Handle handle, String name) {
        throw refusal();
    }

    @Override
    public void rollbackToSavepoint(Handle handle, String name) {
        throw refusal();
    }

    @Override
    public void releaseSavepoint(Handle handle, String name) {
        throw refusal();
    }

    private static IllegalStateException refusal() {
        return new IllegalStateException(
                "the writer begins, commits and rolls back; a use case returns to keep its changes, or throws");
    }
}

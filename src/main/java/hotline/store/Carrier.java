package hotline.store;

import hotline.phone.CarrierRequest;

/** Whoever carries out what the {@link Outbox} holds. Called outside any transaction, by several threads at once. */
public interface Carrier {
    /**
     * Asks once, and does not repeat by itself. Must end well within {@link OutboxWorker#LEASE}.
     *
     * @param key the request's key in the outbox
     */
    Reply send(String key, CarrierRequest request);

    /**
     * Finds out what became of a request whose reply was lost. {@link Reply.Later} means that it certainly took no effect
     * and may be sent again. Not to find it is {@link Reply.Unknown} as long as it may still be on its way.
     */
    Reply lookUp(String key, CarrierRequest request);
}

package hotline.store;

/** How a request in the {@link Outbox} ended. Reasons are for people and may hold phone numbers. */
public sealed interface Outcome {
    /**
     * It took effect, once.
     *
     * @param sid the carrier's name for the call or message
     */
    record Done(String sid) implements Outcome {}

    /**
     * It took no effect and will not: the carrier refused, or put it off for so long that it makes no sense any more.
     *
     * @param code the carrier's number for the reason; 0 if it gave none
     */
    record Failed(int code, String reason) implements Outcome {}

    /** Nobody can tell whether it took effect, not even the carrier when asked several times. A person has to look. */
    record Unknown(String reason) implements Outcome {}
}

package hotline.flow;

/** What came from the caller, or happened to the call, since the last turn. */
public sealed interface Input {
    /** The call was answered: the first turn. */
    record Started() implements Input {}

    /** Keys were pressed; without the key that ended the entry. */
    record Keys(String keys) implements Input {}

    /** Nothing was pressed in time. */
    record Silence() implements Input {}

    /** The caller is back from the conference: the agent left or never came. */
    record Returned() implements Input {}

    /** The caller recorded a message. */
    record Recorded(String url, int seconds) implements Input {}

    /** Nothing happened; what goes on is looked at again (a redirect moved the call). */
    record Nudged() implements Input {}
}

package hotline.flow;

/** What a step decides: where to go on, or what to wait for. */
sealed interface Next {
    /** On to a step of the flow, back with one of its returns, or over to another flow. */
    record Go(Ref target) implements Next {}

    /** Into another flow, which comes back to this step with one of its returns. */
    record Enter(Ref subFlow) implements Next {}

    /** To whoever can help: the caller's place in the queue, or the flow that looks for a human. */
    record ToHuman() implements Next {}

    /** Everything is said; the turn ends here and the call waits. */
    record Await(Expect expect) implements Next {}
}

package hotline.call;

import hotline.flow.Question;

/**
 * A turn needs a fact that must not be fetched inside a transaction. Thrown out of it, so that nothing of the turn is kept;
 * the turn is taken again once the fact is there.
 */
final class FactNeededException extends RuntimeException {
    private final transient Question.AboutOrder question;
    private final transient Call call;

    FactNeededException(Question.AboutOrder question, Call call) {
        super("a fact is needed", null, false, false);
        this.question = question;
        this.call = call;
    }

    Question.AboutOrder question() {
        return question;
    }

    Call call() {
        return call;
    }
}

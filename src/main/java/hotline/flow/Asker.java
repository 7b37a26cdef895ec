package hotline.flow;

/** Answers the interpreter's questions: facts, and wishes that have an outcome (a ticket opened, a place in a queue). */
@FunctionalInterface
public interface Asker {
    Answer ask(Question question);
}

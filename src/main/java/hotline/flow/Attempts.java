package hotline.flow;

import hotline.flow.Next.Await;
import hotline.flow.Next.Go;
import java.util.List;

/**
 * How an entry asks, and what it does when nothing, or nothing that is on offer, is pressed.
 *
 * @param prompts what asks
 * @param noInput asks again, shorter, after silence; when empty, a general sentence and the prompts
 * @param noMatch the same after keys that are not on offer
 * @param most how often the caller may try in all
 * @param otherwise where they go after the last try
 */
record Attempts(List<Ref> prompts, List<Ref> noInput, List<Ref> noMatch, int most, Ref otherwise) {
    private static final int USUAL = 3;

    /** @param field where the prompts stand: {@code menu} or {@code prompt} */
    static Attempts read(StepFields fields, String field) {
        return new Attempts(
                fields.prompts(field, "means.asks"),
                fields.findPrompts("no-input"),
                fields.findPrompts("no-match"),
                fields.section().number("attempts", USUAL, 1, 5),
                fields.target("otherwise", "where.otherwise"));
    }

    Next first(Walk walk, Expect expect) {
        walk.say(prompts);
        return new Await(expect);
    }

    Next again(Walk walk, Expect expect) {
        walk.sayAgain();
        return new Await(expect);
    }

    Next silence(Walk walk, Expect expect) {
        walk.countSilence();
        return retry(walk, noInput, FixedPrompt.NO_INPUT, expect);
    }

    Next mismatch(Walk walk, Expect expect) {
        walk.countMismatch();
        return retry(walk, noMatch, FixedPrompt.NO_MATCH, expect);
    }

    private Next retry(Walk walk, List<Ref> own, FixedPrompt general, Expect expect) {
        if (walk.missed() >= most) {
            return new Go(otherwise);
        }
        if (own.isEmpty()) {
            walk.remark(general.promptName());
        }
        (own.isEmpty() ? prompts : own).forEach(prompt -> walk.remark(prompt.name()));
        return new Await(expect);
    }
}

package hotline.flow;

import hotline.flow.Next.Go;
import hotline.flow.Use.Kind;
import java.util.List;

/** Sends the caller a text message. */
record MessageStep(String template, Ref then, Ref notSent) implements Step {
    static MessageStep read(StepFields fields) {
        Ref template = fields.main(Kind.MESSAGE, "means.message");
        Ref then = fields.target("then", "where.then");
        return new MessageStep(
                template.name(), then, fields.findTarget("not-sent").orElse(then));
    }

    @Override
    public Next enter(Walk walk) {
        Question question =
                new Question.SendMessage(template, walk.flows().valuesOf(template, walk.language(), walk.values()));
        return new Go(walk.ask(question).exit().equals("sent") ? then : notSent);
    }

    @Override
    public List<Way> ways() {
        return List.of(Way.by("then", then), Way.by("not-sent", notSent));
    }
}

package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

/** Flows with a mistake in them, and what is told about it. */
final class FlowMistakes {
    /** The steps of a flow without a mistake. */
    static final String GOOD = """
            first:
              menu: ask
              keys: {1: second}
              otherwise: human
            second: {say: bye, then: end}
            end: {hang-up: bye}
            """;

    private FlowMistakes() {}

    /** The errors that are told when the flows are loaded. */
    static List<String> problems(SmallFlows flows) {
        FlowProblemsException problems = catchThrowableOfType(FlowProblemsException.class, flows::load);
        assertThat(problems).as("problems").isNotNull();
        return problems.problems().stream()
                .filter(problem -> problem.isError())
                .map(FlowProblem::toString)
                .toList();
    }

    /** Flows without a mistake. */
    static SmallFlows good() {
        return new SmallFlows().prompts("ask", "bye").main(GOOD);
    }

    /** The good flow with one piece of it replaced. */
    static SmallFlows with(String right, String wrong) {
        assertThat(GOOD).contains(right);
        return new SmallFlows().prompts("ask", "bye").main(GOOD.replace(right, wrong));
    }
}

package hotline.flow;

import java.util.List;
import java.util.stream.Collectors;

/** The flows cannot be loaded; the message has one line for each problem. */
public final class FlowProblemsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FlowProblem> problems;

    FlowProblemsException(List<FlowProblem> problems) {
        super(problems.stream().map(FlowProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that was found, errors and warnings, in the order of {@link Problems#list()}. */
    public List<FlowProblem> problems() {
        return problems;
    }
}

package hotline.flow;

import java.util.List;

/**
 * What is to be said about a folder of flows.
 *
 * @param problems errors and warnings, in the order of {@link Problems#list()}
 * @param ways how far it is to a ticket and to a human; none while there are errors
 */
public record FlowReport(List<FlowProblem> problems, List<WayLength> ways) {
    public FlowReport {
        problems = List.copyOf(problems);
        ways = List.copyOf(ways);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(FlowProblem::isError);
    }
}

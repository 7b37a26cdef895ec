package hotline.rehearsal;

import hotline.flow.Branch;
import hotline.flow.Place;
import hotline.flow.VoiceFlows;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much of the flows the example calls have been through.
 *
 * @param steps how many there are
 * @param missedSteps those that no call entered
 * @param branches how many there are
 * @param missedBranches those that no call took
 */
public record Coverage(int steps, List<String> missedSteps, int branches, List<Branch> missedBranches) {
    static Coverage of(VoiceFlows flows, Collection<Result> results) {
        Set<Place> taken = new HashSet<>();
        Set<String> entered = new HashSet<>();
        results.forEach(result -> {
            taken.addAll(result.branches());
            entered.addAll(result.steps());
        });
        return new Coverage(
                flows.steps().size(),
                flows.steps().stream().filter(step -> !entered.contains(step)).toList(),
                flows.branches().size(),
                flows.branches().stream()
                        .filter(branch -> !taken.contains(branch.place()))
                        .toList());
    }

    /** Whether no branch is left out. */
    public boolean isFull() {
        return missedBranches.isEmpty() && missedSteps.isEmpty();
    }

    /** In percent, 100 only if none is left out. */
    public int branchPercent() {
        return percent(branches, missedBranches.size());
    }

    /** In percent, 100 only if none is left out. */
    public int stepPercent() {
        return percent(steps, missedSteps.size());
    }

    private static int percent(int all, int missed) {
        return all == 0 ? 100 : (all - missed) * 100 / all;
    }
}

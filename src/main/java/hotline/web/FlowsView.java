package hotline.web;

import hotline.flow.FlowProblem;
import hotline.publish.Publication;
import hotline.publish.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * Which flows are live.
 *
 * @param live what new calls run on
 * @param refusal the last edit of this node's folder, if it has not gone live
 * @param silent the voices that are put aside
 * @param runningOut warnings of what is live and is over, or soon will be
 */
public record FlowsView(
        Publication live,
        Optional<Refusal> refusal,
        List<SilentVoice> silent,
        List<FlowProblem> runningOut,
        FlowPictureView picture) {
    public FlowsView {
        runningOut = List.copyOf(runningOut);
    }
}

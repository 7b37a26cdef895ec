package hotline.web;

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
 */
public record FlowsView(
        Publication live, Optional<Refusal> refusal, List<SilentVoice> silent, FlowPictureView picture) {}

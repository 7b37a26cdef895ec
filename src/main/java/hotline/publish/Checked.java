package hotline.publish;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblem;
import hotline.flow.FlowProblemsException;
import hotline.flow.VoiceFlows;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of checking files.
 *
 * @param flows empty when there are errors
 */
record Checked(Optional<VoiceFlows> flows, List<FlowProblem> problems) {
    static Checked of(Map<String, String> files) {
        try {
            return new Checked(Optional.of(FlowLoader.load(files)), List.of());
        } catch (FlowProblemsException e) {
            return new Checked(Optional.empty(), e.problems());
        }
    }
}

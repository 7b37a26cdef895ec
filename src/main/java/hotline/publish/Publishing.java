package hotline.publish;

import hotline.flow.FlowProblem;
import java.util.List;
import java.util.Set;

/** What became of an attempt to publish. */
public sealed interface Publishing {
    /** New calls run on it. */
    record Live(Publication publication) implements Publishing {}

    /** What is live already says the same. */
    record Unchanged() implements Publishing {}

    /** There are errors in it; what was live stays live. */
    record Broken(List<FlowProblem> problems) implements Publishing {
        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /** Somebody else has meanwhile published other changes to the same files; what was live stays live. */
    record Conflict(Set<String> files, Publication live) implements Publishing {
        public Conflict {
            files = Set.copyOf(files);
        }
    }
}

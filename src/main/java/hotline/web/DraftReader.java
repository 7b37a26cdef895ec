package hotline.web;

import hotline.flow.FlowLoader;
import hotline.flow.FlowProblem;
import hotline.graph.Drawing;
import hotline.graph.FlowCharts;
import hotline.publish.Draft;
import hotline.publish.LiveFlows;
import hotline.publish.Publication;
import hotline.publish.Publisher;
import hotline.store.Database;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a supervisor's draft and has it checked. */
final class DraftReader {
    private final Database database;
    private final Clock clock;
    private final ZoneId zone;
    private final LiveFlows flows;

    DraftReader(WebParts parts) {
        this.database = parts.storage().database();
        this.clock = parts.storage().clock();
        this.zone = parts.line().reports().zone();
        this.flows = parts.menu().flows();
    }

    Draft get(Visitor visitor) {
        String username = visitor.signedIn().username();
        return database.read(handle -> flows.drafts().get(handle, username));
    }

    DraftView read(Visitor visitor) {
        return view(visitor, get(visitor));
    }

    DraftView view(Visitor visitor, Draft draft) {
        Publisher publisher = flows.publisher();
        Publication live = database.read(publisher::live);
        Map<String, String> liveFiles = live.version().equals(draft.begunWith())
                ? draft.before()
                : database.read(handle -> publisher.files(handle, live.version()));
        Set<String> conflicts = draft.conflicts(liveFiles);
        return new DraftView(
                visitor.texts(),
                zone,
                visitor.formToken(),
                draft,
                live,
                conflicts,
                FlowLoader.check(draft.files(), clock.instant()));
    }

    /** With the picture of the flow, if the draft can be read. */
    EditorView file(DraftView draft, String file) {
        boolean canBeDrawn =
                FlowLoader.isFlow(file) && draft.problems().stream().noneMatch(FlowProblem::isError);
        return new EditorView(draft, file, canBeDrawn ? draw(draft, file) : Optional.empty());
    }

    private static Optional<String> draw(DraftView draft, String file) {
        return FlowLoader.load(draft.draft().files()).outlines().stream()
                .filter(flow -> file.equals(flow.name() + ".yaml"))
                .findFirst()
                .map(flow -> Drawing.of(FlowCharts.of(flow)).inPage(Map.of()));
    }
}

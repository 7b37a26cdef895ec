package hotline.web;

import hotline.flow.FlowOutline;
import hotline.flow.VoiceFlows;
import hotline.graph.Drawing;
import hotline.graph.FlowCharts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The drawings of what is live, each made once for a version: open pages ask for them every few seconds. */
final class FlowDrawings {
    /** The overview has no name; no flow is called this. */
    private static final String OVERVIEW = "";

    private record Drawn(String version, Map<String, Drawing> byFlow) {}

    private final AtomicReference<Drawn> newest = new AtomicReference<>(new Drawn("", Map.of()));

    Drawing overview(VoiceFlows live) {
        return of(live).computeIfAbsent(OVERVIEW, name -> Drawing.of(FlowCharts.overview(live)));
    }

    Drawing one(VoiceFlows live, FlowOutline flow) {
        return of(live).computeIfAbsent(flow.name(), name -> Drawing.of(FlowCharts.of(flow)));
    }

    private Map<String, Drawing> of(VoiceFlows live) {
        return newest.updateAndGet(drawn -> drawn.version().equals(live.version())
                        ? drawn
                        : new Drawn(live.version(), new ConcurrentHashMap<>()))
                .byFlow();
    }
}

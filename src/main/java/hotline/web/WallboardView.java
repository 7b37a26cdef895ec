package hotline.web;

import hotline.report.Figures;
import hotline.report.Recent;
import hotline.report.ReportRules;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the wallboard shows, at one moment.
 *
 * @param waiting callers on the line without an agent
 * @param longest since when the one who waits longest waits
 * @param callbacks callbacks still to be made
 * @param agents how many agents are in each state, by its word
 * @param today the figures since midnight where the shop is
 */
public record WallboardView(
        Texts texts,
        Instant now,
        int waiting,
        Optional<Instant> longest,
        int callbacks,
        Map<String, Long> agents,
        Figures today,
        List<Recent> recent,
        ReportRules rules,
        ZoneId zone) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** The states of agents that the board shows, with the one that helps callers next first. */
    public static final List<String> STATES = List.of("available", "reserved", "on-call", "wrap-up", "on-break");

    public long agents(String state) {
        return agents.getOrDefault(state, 0L);
    }

    /** When a slice of the last hours began, where the shop is. */
    public String time(Recent slice) {
        return CLOCK.format(slice.begin().atZone(zone));
    }

    public String percent(Optional<Double> share) {
        return Amounts.percent(share, texts.language().locale());
    }

    /** What the plot of the last hours shows. */
    public String plot() {
        return new Plot(
                        recent.stream().map(this::time).toList(),
                        texts.get("plot.callers"),
                        List.of(
                                new Plot.Series(
                                        texts.get("wallboard.answered"),
                                        "talking",
                                        false,
                                        recent.stream().map(Recent::answered).toList()),
                                new Plot.Series(
                                        texts.get("wallboard.gave-up"),
                                        "trouble",
                                        false,
                                        recent.stream().map(Recent::gaveUp).toList()),
                                new Plot.Series(
                                        texts.get("wallboard.callbacks-asked"),
                                        "waiting",
                                        true,
                                        recent.stream().map(Recent::callbacks).toList())))
                .json();
    }
}

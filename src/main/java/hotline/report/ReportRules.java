package hotline.report;

import java.time.Duration;

/**
 * What the figures are measured by.
 *
 * @param answerWithin a caller who is with an agent after this long or less was answered in time
 * @param shortAbandon who hangs up sooner than this did not really wait: kept out of the rates and counted apart
 */
public record ReportRules(Duration answerWithin, Duration shortAbandon) {
    /** 20 seconds, the most usual promise of the field, and 5 seconds. */
    public static final ReportRules DEFAULTS = new ReportRules(Duration.ofSeconds(20), Duration.ofSeconds(5));
}

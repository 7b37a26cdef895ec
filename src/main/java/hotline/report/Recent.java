package hotline.report;

import java.time.Instant;

/**
 * What happened in a slice of the last hours.
 *
 * @param answered callers on the line who were taken by an agent, by when they entered the queue
 * @param gaveUp callers who hung up while they waited, short abandons too
 * @param callbacks callers who asked to be rung back
 */
public record Recent(Instant begin, int answered, int gaveUp, int callbacks) {}

package hotline.agent;

import java.util.Optional;

/**
 * Which rows of the audit trail are wanted, newest first.
 *
 * @param text part of who did it, of what it was done to, or of the detail, in any case of letters
 * @param before only rows older than the one with this number
 * @param limit how many at most
 */
public record AuditFilter(Optional<String> text, Optional<String> action, Optional<Long> before, int limit) {}

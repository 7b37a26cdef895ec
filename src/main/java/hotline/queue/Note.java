package hotline.queue;

import java.time.Instant;

/** What an agent wrote down about a contact. */
public record Note(String username, Instant notedAt, String text) {}

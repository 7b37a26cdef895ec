package hotline.queue;

import hotline.phone.CallSid;
import java.util.UUID;

/**
 * An agent took a contact.
 *
 * @param room the conference to meet in
 * @param caller the leg of the caller, who waits to be brought there
 */
public record Accepted(UUID reservation, String room, CallSid caller) {}

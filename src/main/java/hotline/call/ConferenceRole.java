package hotline.call;

/** Who is put into the room of a conference: only the caller's leaving ends it. */
public enum ConferenceRole {
    CALLER,
    AGENT
}

package hotline.exchange;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How a call enters a conference; of the attributes of {@code <Conference>} and the parameters of the REST request those that
 * the exchange acts upon.
 *
 * @param waitUrl what it hears until the conference starts; null for Twilio's music, or for silence
 * @param silentWait silence instead of Twilio's music
 * @param coaches SID of the call that alone hears it; null where all do
 */
record ParticipantEntry(
        @Nullable String label,
        boolean muted,
        boolean startsConference,
        boolean endsConference,
        String beep,
        @Nullable URI waitUrl,
        boolean silentWait,
        String waitMethod,
        @Nullable String coaches) {}

package hotline.twilio;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches recordings from the carrier, with the account's credentials, so that no one else needs them. Only the account's own
 * recordings under the carrier's address are ever asked for, whatever address was kept: it came in a request. Follows no redirect, which would take
 * the credentials along.
 */
public final class Recordings {
    /** More than the longest message: ten minutes of 16-bit samples at 8 kHz are 9.6 MB. */
    private static final int MOST_BYTES = 20_000_000;

    /** A recording's name and, maybe, its format; without one it is WAV (Twilio, "Recordings", "Fetch a recording's media file"). */
    private static final Pattern NAME = Pattern.compile("(RE[0-9a-f]{32})(\\.wav)?");

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final TwilioAccount account;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Recordings(TwilioAccount account) {
        this.account = account;
    }

    /**
     * The audio of a recording, as WAV.
     *
     * @throws RecordingUnavailableException when the address is not one of the account's recordings, or the carrier does not give it
     */
    public byte[] fetch(String url) {
        if (!isOurs(url)) {
            throw new RecordingUnavailableException("it is not at an address of the account's recordings");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Authorization", credentials())
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream audio = response.body()) {
                if (response.statusCode() != 200) {
                    throw new RecordingUnavailableException("the carrier answers " + response.statusCode());
                }
                return audio.readNBytes(MOST_BYTES);
            }
        } catch (IOException e) {
            throw new RecordingUnavailableException("the carrier does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecordingUnavailableException("interrupted");
        }
    }

    private boolean isOurs(String url) {
        return findSid(url).isPresent();
    }

    /** The SID of the recording at an address; empty if it is none of the account's. */
    Optional<String> findSid(String url) {
        String base = account.apiUrl().toString().replaceAll("/+$", "");
        String folder = base + "/2010-04-01/Accounts/" + account.sid() + "/Recordings/";
        if (!url.startsWith(folder)) {
            return Optional.empty();
        }
        Matcher name = NAME.matcher(url.substring(folder.length()));
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private String credentials() {
        String both = account.sid() + ":" + account.authToken();
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}

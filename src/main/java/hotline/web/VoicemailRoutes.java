package hotline.web;

import hotline.store.Database;
import hotline.store.Writer;
import hotline.ticket.Voicemail;
import hotline.ticket.Voicemails;
import hotline.twilio.RecordingUnavailableException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages that callers left: their audio, fetched from the carrier by us, and the mark that somebody has heard them. */
final class VoicemailRoutes {
    private static final Logger log = LoggerFactory.getLogger(VoicemailRoutes.class);

    private final Database database;
    private final Writer writer;
    private final Clock clock;
    private final Voicemails voicemails;
    private final Function<String, byte[]> audio;
    private final Visitors visitors;

    VoicemailRoutes(WebParts parts, Visitors visitors) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.voicemails = parts.voice().messages();
        this.audio = parts.voice().audio();
        this.visitors = visitors;
    }

    void register(RoutesConfig routes) {
        routes.get("/voicemails/{id}/audio", this::play, Access.AGENT);
        routes.post("/voicemails/{id}/heard", this::heard, Access.AGENT);
    }

    /** Browsers ask for a part of a recording at a time. */
    private void play(Context ctx) {
        Voicemail message = find(ctx);
        try {
            byte[] wav = audio.apply(message.url());
            ctx.writeSeekableStream(new ByteArrayInputStream(wav), "audio/wav", wav.length);
        } catch (RecordingUnavailableException e) {
            log.warn("voicemail {} cannot be played: {}", message.id(), e.getMessage());
            throw new ProblemException(
                    HttpStatus.BAD_GATEWAY, visitors.of(ctx).texts().get("voicemail.unavailable"));
        }
    }

    private void heard(Context ctx) {
        UUID id = find(ctx).id();
        String username = visitors.of(ctx).signedIn().username();
        writer.write(handle -> voicemails.heard(handle, id, username, clock.instant()));
        if (ctx.header("HX-Request") == null) {
            ctx.redirect("/desk", HttpStatus.SEE_OTHER);
        } else {
            ctx.status(HttpStatus.NO_CONTENT);
        }
    }

    private Voicemail find(Context ctx) {
        return Optional.of(ctx.pathParam("id"))
                .filter(text -> text.matches("[0-9a-f-]{36}"))
                .map(UUID::fromString)
                .flatMap(id -> database.read(handle -> voicemails.find(handle, id)))
                .orElseThrow(() -> ProblemException.notFound(""));
    }
}

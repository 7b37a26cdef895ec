package hotline.message;

import hotline.phone.CarrierRequest;
import hotline.phone.PhoneNumber;
import hotline.phone.Segments;
import hotline.store.Outbox;
import hotline.store.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages that go out. Each leaves through the outbox, at most once; how far it has come is kept, its words are not. */
public final class Messages {
    /** The part of the outbox key before the colon. */
    public static final String OUTBOX = "sms";

    /** The carrier's code for a recipient who has opted out at the carrier (Twilio error 21610). */
    private static final String OPTED_OUT_AT_CARRIER = "21610";

    private static final Duration VALID = Duration.ofHours(4);
    private static final Logger log = LoggerFactory.getLogger(Messages.class);

    private final MessageTexts texts;
    private final Reach reach;
    private final OptOuts optOuts;
    private final Outbox outbox;

    /** Once for one outbox: it is told here what became of the messages. */
    public Messages(MessageTexts texts, Reach reach, OptOuts optOuts, Outbox outbox, Clock clock) {
        this.texts = texts;
        this.reach = reach;
        this.optOuts = optOuts;
        this.outbox = outbox;
        outbox.precheck(OUTBOX, (handle, key) -> isStillWanted(handle, id(key), clock.instant()));
        outbox.onSettled(OUTBOX, (handle, key, outcome) -> settled(handle, id(key), outcome, clock.instant()));
    }

    private static UUID id(String key) {
        return UUID.fromString(key.substring(OUTBOX.length() + 1));
    }

    /** Somebody may have opted out since the message was written. */
    private boolean isStillWanted(Handle handle, UUID id, Instant now) {
        boolean unwanted = findRecipient(handle, id)
                .filter(number -> optOuts.contains(handle, number))
                .isPresent();
        if (unwanted) {
            moveTo(handle, id, DeliveryState.CANCELED, Optional.empty(), now);
        }
        return !unwanted;
    }

    private void settled(Handle handle, UUID id, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Done) {
            delivered(handle, id, DeliveryState.ACCEPTED.word(), Optional.empty(), now);
        } else if (outcome instanceof Outcome.Failed failed) {
            Optional<String> code =
                    Optional.of(failed.code()).filter(known -> known != 0).map(known -> Integer.toString(known));
            delivered(handle, id, DeliveryState.FAILED.word(), code, now);
        }
    }

    /** Sends a message, unless one with its key was sent before, or its recipient cannot or does not want to get it. */
    public Sending send(Handle handle, NewMessage message, Instant now) {
        return send(handle, message, texts, now);
    }

    /** The same in the words of other texts than those of today, as a call does that began before they were changed. */
    public Sending send(Handle handle, NewMessage message, MessageTexts texts, Instant now) {
        Optional<String> refusal = reach.refusal(message.to())
                .or(() -> optOuts.contains(handle, message.to()) ? Optional.of("opted-out") : Optional.empty());
        if (refusal.isPresent()) {
            return new Sending.NotSent(refusal.get());
        }
        String body = texts.text(message.template(), message.language(), message.values());
        Segments segments = Segments.of(body);
        if (segments.count() > 1) {
            log.warn(
                    "message {} in {} takes {} segments of {}",
                    message.template(),
                    message.language(),
                    segments.count(),
                    segments.encoding());
        }
        UUID id = UUID.randomUUID();
        if (!insert(handle, id, message, segments, now)) {
            return new Sending.Sent(getByOnceKey(handle, message.onceKey()));
        }
        String statusPath = "/twilio/message/" + id + "/status";
        outbox.put(
                handle,
                OUTBOX + ":" + id,
                new CarrierRequest.Text(message.to().e164(), body, statusPath, (int) VALID.toSeconds()),
                now);
        return new Sending.Sent(id);
    }

    private static boolean insert(Handle handle, UUID id, NewMessage message, Segments segments, Instant now) {
        return handle.createUpdate("""
                                insert into message (id, once_key, template, recipient, language, encoding, segments, state,
                                    created_at, updated_at)
                                values (:id, :key, :template, :to, :language, :encoding, :segments, 'waiting', :now, :now)
                                on conflict do nothing""")
                        .bind("id", id)
                        .bind("key", message.onceKey())
                        .bind("template", message.template())
                        .bind("to", message.to().e164())
                        .bind("language", message.language().code())
                        .bind("encoding", segments.encoding())
                        .bind("segments", segments.count())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private static UUID getByOnceKey(Handle handle, String onceKey) {
        return handle.createQuery("select id from message where once_key = :key")
                .bind("key", onceKey)
                .mapTo(UUID.class)
                .one();
    }

    /**
     * Keeps how far a message has come; does nothing if that is no news.
     *
     * @param status the carrier's word
     * @param errorCode the carrier's code for why it did not arrive
     */
    public void delivered(Handle handle, UUID id, String status, Optional<String> errorCode, Instant now) {
        DeliveryState.find(status).ifPresent(next -> moveTo(handle, id, next, errorCode, now));
        if (errorCode.filter(OPTED_OUT_AT_CARRIER::equals).isPresent()) {
            findRecipient(handle, id).ifPresent(number -> optOuts.add(handle, number, now));
        }
    }

    private static void moveTo(Handle handle, UUID id, DeliveryState next, Optional<String> errorCode, Instant now) {
        List<String> before = Arrays.stream(DeliveryState.values())
                .filter(state -> state.canBecome(next))
                .map(DeliveryState::word)
                .toList();
        handle.createUpdate("""
                        update message set state = :next, error_code = :error, updated_at = :now
                        where id = :id and state in (<before>)""")
                .bindList("before", before)
                .bind("next", next.word())
                .bind("error", errorCode.orElse(null))
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    /** How far a message has come. */
    public Optional<DeliveryState> findState(Handle handle, UUID id) {
        return handle.createQuery("select state from message where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .flatMap(DeliveryState::find);
    }

    /**
     * A message that was written.
     *
     * @param errorCode the carrier's code for why it did not arrive
     */
    public record Written(String template, DeliveryState state, Optional<String> errorCode, Instant writtenAt) {}

    /** The messages whose once-keys begin with one of these, oldest first. */
    public List<Written> listByKeys(Handle handle, List<String> beginnings) {
        return beginnings.stream()
                .distinct()
                .flatMap(beginning -> handle
                        .createQuery("""
                                select template, state, error_code, created_at from message
                                where once_key like :beginning order by created_at""")
                        .bind("beginning", beginning + "%")
                        .map((row, context) -> new Written(
                                row.getString("template"),
                                DeliveryState.find(row.getString("state")).orElseThrow(),
                                Optional.ofNullable(row.getString("error_code")),
                                row.getObject("created_at", OffsetDateTime.class)
                                        .toInstant()))
                        .list()
                        .stream())
                .sorted(Comparator.comparing(Written::writtenAt))
                .toList();
    }

    private static Optional<PhoneNumber> findRecipient(Handle handle, UUID id) {
        return handle.createQuery("select recipient from message where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(PhoneNumber::new);
    }
}

package hotline.message;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Answers messages that come in. Each is answered once however often it is told of; a number only so often ({@link ReplyQuota})
 * and our own numbers never, so that two machines do not talk to each other. What was written is not kept: it may be anything, a
 * card's number too.
 */
public final class Inbox {
    private final MessageTexts texts;
    private final OptOuts optOuts;
    private final ReplyQuota quota = new ReplyQuota();
    private final Predicate<PhoneNumber> isOwn;
    private final Supplier<Language> language;

    /**
     * An inbox.
     *
     * @param isOwn tells numbers that are ours and are never answered
     * @param language what strangers are answered in
     */
    public Inbox(MessageTexts texts, OptOuts optOuts, Predicate<PhoneNumber> isOwn, Supplier<Language> language) {
        this.texts = texts;
        this.optOuts = optOuts;
        this.isOwn = isOwn;
        this.language = language;
    }

    /**
     * Takes a message in.
     *
     * @param messageSid the carrier's name of the message; the same one again is answered as the first time
     * @param from empty for senders that are no telephone number, as short codes and names; they are not answered
     * @return what to answer, if anything
     */
    public Optional<String> receive(
            Handle handle, String messageSid, Optional<PhoneNumber> from, String body, Instant now) {
        InboundKind kind = InboundKind.of(body);
        if (!claim(handle, messageSid, from, kind, now)) {
            return handle.createQuery(
                            "select reply from inbound_message where message_sid = :sid and reply is not null")
                    .bind("sid", messageSid)
                    .mapTo(String.class)
                    .findOne();
        }
        boolean isChange = from.map(sender -> apply(handle, kind, sender, now)).orElse(false);
        Optional<String> reply = from.filter(sender -> mayReply(handle, sender, isChange, now))
                .map(sender -> texts.text(
                        kind.template(),
                        InboundKind.language(body).orElseGet(() -> lastLanguage(handle, sender)),
                        Map.of()));
        reply.ifPresent(
                text -> handle.createUpdate("update inbound_message set reply = :reply where message_sid = :sid")
                        .bind("reply", text)
                        .bind("sid", messageSid)
                        .execute());
        return reply;
    }

    private static boolean claim(
            Handle handle, String messageSid, Optional<PhoneNumber> from, InboundKind kind, Instant now) {
        return handle.createUpdate("""
                                insert into inbound_message (message_sid, sender, kind, received_at)
                                values (:sid, :sender, :kind, :now) on conflict do nothing""")
                        .bind("sid", messageSid)
                        .bind("sender", from.map(PhoneNumber::e164).orElse(null))
                        .bind("kind", kind.word())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Whether that changes anything; who has stopped already, or only asks, changes nothing. */
    private boolean apply(Handle handle, InboundKind kind, PhoneNumber sender, Instant now) {
        return switch (kind) {
            case STOP -> optOuts.add(handle, sender, now);
            case START -> optOuts.remove(handle, sender);
            case HELP, OTHER -> false;
        };
    }

    /** Who has changed something waits to hear whether it was understood. */
    private boolean mayReply(Handle handle, PhoneNumber sender, boolean isChange, Instant now) {
        if (isOwn.test(sender)) {
            return false;
        }
        return isChange ? quota.takeConfirmation(handle, sender, now) : quota.takeReply(handle, sender, now);
    }

    private Language lastLanguage(Handle handle, PhoneNumber sender) {
        return handle.createQuery("""
                        select language from message where recipient = :phone order by created_at desc limit 1""")
                .bind("phone", sender.e164())
                .mapTo(String.class)
                .findOne()
                .map(Language::new)
                .orElseGet(language);
    }
}

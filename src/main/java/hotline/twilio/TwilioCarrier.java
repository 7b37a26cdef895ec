package hotline.twilio;

import hotline.phone.CarrierRequest;
import hotline.phone.PhoneNumber;
import hotline.store.Carrier;
import hotline.store.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries requests out through Twilio's REST API. A call or a message that may or may not have been made is looked for in the
 * carrier's list; one that has not turned up there in 20 s is allowed out once more, and only once.
 */
public final class TwilioCarrier implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioCarrier.class);

    /** How long to wait for a whole reply. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TwilioApi api;
    private final Clock clock;
    private final LostRequests lost;

    /**
     * Opens no connection yet.
     *
     * @param callerId the account's number that calls and messages come from
     * @param keyBySid which request is known to have brought about a call or message, also before this process began
     */
    public TwilioCarrier(
            TwilioAccount account,
            PublicUrl publicUrl,
            PhoneNumber callerId,
            Clock clock,
            Function<String, Optional<String>> keyBySid) {
        this(account, publicUrl, callerId, clock, PATIENCE, keyBySid);
    }

    TwilioCarrier(
            TwilioAccount account,
            PublicUrl publicUrl,
            PhoneNumber callerId,
            Clock clock,
            Duration patience,
            Function<String, Optional<String>> keyBySid) {
        this.lost = new LostRequests(keyBySid);
        this.api = new TwilioApi(account, publicUrl, callerId.e164(), patience, clock);
        this.clock = clock;
    }

    @Override
    public Reply send(String key, CarrierRequest request) {
        lost.sending(key, clock.instant());
        Reply reply;
        try {
            reply = new Reply.Done(api.send(request));
        } catch (RuntimeException e) {
            reply = CarrierErrors.reply(e, request);
        }
        return noted(key, reply);
    }

    /**
     * A redirect is not looked up, as its effect cannot be seen, and not repeated: one that is lost is made up for by the
     * waiting room, which comes back to us by itself.
     */
    @Override
    public Reply lookUp(String key, CarrierRequest request) {
        Instant now = clock.instant();
        try {
            if (request instanceof CarrierRequest.Dial dial) {
                return noted(key, found(key, api.callsSince(dial, lost.since(key, now)), now));
            } else if (request instanceof CarrierRequest.Text text) {
                return noted(key, found(key, api.textsSince(text, lost.since(key, now)), now));
            } else if (request instanceof CarrierRequest.Redirect redirect) {
                return noted(key, new Reply.Done(redirect.callSid()));
            } else {
                return new Reply.Later(Duration.ZERO, "to do it once more is safe");
            }
        } catch (RuntimeException e) {
            LOG.warn("{}: cannot be looked up now ({}); looked up again later", key, CarrierErrors.reason(e));
            return new Reply.Unknown("not looked up: " + CarrierErrors.reason(e));
        }
    }

    private Reply found(String key, Stream<String> sids, Instant now) {
        List<String> candidates = sids.filter(sid -> !lost.isOthers(key, sid)).toList();
        if (candidates.size() > 1) {
            return new Reply.Unknown(candidates.size() + " of them may be it");
        }
        if (candidates.size() == 1) {
            return new Reply.Done(candidates.get(0));
        }
        if (!lost.isLost(key, now)) {
            return new Reply.Unknown("not listed yet");
        }
        return lost.mayRepeat(key)
                ? new Reply.Later(Duration.ZERO, "it never reached the carrier")
                : new Reply.Refused(0, "it never reached the carrier, twice");
    }

    private Reply noted(String key, Reply reply) {
        if (reply instanceof Reply.Done done) {
            lost.settled(key, Optional.of(done.sid()));
        } else if (reply instanceof Reply.Refused) {
            lost.settled(key, Optional.empty());
        } else if (reply instanceof Reply.Later later) {
            if (later.reason().equals(CarrierErrors.NOT_IN_ROOM)) {
                LOG.debug("{}: whoever it is for has not come into the room yet; sent again in a moment", key);
            } else {
                LOG.warn("{}: the carrier has not taken it ({}); sent again later", key, later.reason());
            }
        } else if (reply instanceof Reply.Unknown unknown) {
            LOG.warn("{}: outcome unknown ({}); looked up before anything is repeated", key, unknown.reason());
        }
        return reply;
    }
}

package hotline.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.api.v2010.account.conference.ParticipantUpdater;
import com.twilio.type.PhoneNumber;
import hotline.call.CallStatus;
import hotline.phone.CarrierRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The requests that we make of Twilio's REST API, one HTTP request each. They throw {@link CarrierErrorException} for an error that
 * the carrier tells, and the SDK's {@link com.twilio.exception.TwilioException} when there is no reply or it cannot be read.
 */
final class TwilioApi {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** No call of ours lasts longer, whatever goes wrong (Twilio, "Call resource", {@code TimeLimit}; its default is four hours). */
    private static final int LONGEST_CALL_SECONDS = 3_600;

    /** Twilio takes 1 to 36,000 s (Twilio, error 90007). */
    private static final int LONGEST_VALIDITY_SECONDS = 36_000;

    /** The newest are listed first, so one page holds all of the last minutes. */
    private static final long PAGE = 50;

    private static final List<String> CALL_EVENTS = List.of("initiated", "ringing", "answered", "completed");

    private final TwilioTransport transport;
    private final TwilioRestClient client;
    private final PublicUrl publicUrl;
    private final PhoneNumber callerId;
    private final Recordings recordings;

    TwilioApi(TwilioAccount account, PublicUrl publicUrl, String callerId, Duration patience, Clock clock) {
        this.transport = new TwilioTransport(account.apiUrl(), CONNECT, patience, clock);
        this.client = new TwilioRestClient.Builder(account.sid(), account.authToken())
                .accountSid(account.sid())
                .httpClient(transport)
                .build();
        this.publicUrl = publicUrl;
        this.recordings = new Recordings(account);
        this.callerId = new PhoneNumber(callerId);
    }

    /** Carries a request out; gives the call's or the message's SID, or what was found. */
    String send(CarrierRequest request) {
        if (request instanceof CarrierRequest.Dial dial) {
            return dial(dial);
        } else if (request instanceof CarrierRequest.Text text) {
            return text(text);
        } else if (request instanceof CarrierRequest.Redirect redirect) {
            return redirect(redirect);
        } else if (request instanceof CarrierRequest.HangUp hangUp) {
            return hangUp(hangUp);
        } else if (request instanceof CarrierRequest.TakePart part) {
            return takePart(part);
        } else if (request instanceof CarrierRequest.LookIn look) {
            return lookIn(look);
        } else if (request instanceof CarrierRequest.DeleteRecording recording) {
            return delete(recording);
        } else {
            throw new AssertionError(request);
        }
    }

    private String dial(CarrierRequest.Dial dial) {
        Call call = Call.creator(new PhoneNumber(dial.to()), callerId, URI.create(publicUrl.of(dial.path())))
                .setMethod(HttpMethod.POST)
                .setFallbackUrl(publicUrl.of(VoiceWebhooks.FALLBACK))
                .setFallbackMethod(HttpMethod.POST)
                .setStatusCallback(publicUrl.of(dial.statusPath()))
                .setStatusCallbackMethod(HttpMethod.POST)
                .setStatusCallbackEvent(CALL_EVENTS)
                .setTimeout(dial.ringSeconds())
                .setTimeLimit(LONGEST_CALL_SECONDS)
                .create(client);
        return Objects.requireNonNull(call.getSid());
    }

    private String text(CarrierRequest.Text text) {
        Message message = Message.creator(new PhoneNumber(text.to()), callerId, text.body())
                .setStatusCallback(publicUrl.of(text.statusPath()))
                .setValidityPeriod(Math.max(1, Math.min(LONGEST_VALIDITY_SECONDS, text.validSeconds())))
                .create(client);
        return Objects.requireNonNull(message.getSid());
    }

    private String redirect(CarrierRequest.Redirect redirect) {
        Call.updater(redirect.callSid())
                .setUrl(publicUrl.of(redirect.path()))
                .setMethod(HttpMethod.POST)
                .update(client);
        return redirect.callSid();
    }

    /** "completed" ends a call that rings as well as one in progress, "canceled" only the former (Twilio, "Call resource"). */
    private String hangUp(CarrierRequest.HangUp hangUp) {
        Call.updater(hangUp.callSid()).setStatus(Call.UpdateStatus.COMPLETED).update(client);
        return hangUp.callSid();
    }

    /**
     * Twilio's names of the parameters, and {@code HoldMethod}, which is GET unless said otherwise (Twilio, "Conference Participant
     * resource", "Update a Participant"). A participant is found by the SID of its conference only, which its name leads to.
     */
    private String takePart(CarrierRequest.TakePart part) {
        String conference = findConference(part.room()).orElseThrow(() -> new NotInRoomException(part.callSid()));
        ParticipantUpdater updater = Participant.updater(conference, part.callSid())
                .setMuted(part.muted())
                .setHold(part.onHold())
                .setCoaching(!part.coachedSid().isEmpty());
        if (part.onHold()) {
            updater.setHoldUrl(publicUrl.of(part.holdPath())).setHoldMethod(HttpMethod.POST);
        }
        if (!part.coachedSid().isEmpty()) {
            updater.setCallSidToCoach(part.coachedSid());
        }
        updater.update(client);
        return part.callSid();
    }

    /**
     * Who has left, or has not come in yet, is not listed (Twilio, "Conference Participant resource"); which of the two it is, the call
     * itself tells.
     */
    private String lookIn(CarrierRequest.LookIn look) {
        Set<String> there = findConference(look.room())
                .map(conference ->
                        Participant.reader(conference).setPageSize(PAGE).firstPage(client).getRecords().stream()
                                .map(Participant::getCallSid)
                                .collect(Collectors.toSet()))
                .orElse(Set.of());
        if (!there.contains(look.callSid())) {
            return isOver(look.callSid()) ? CarrierRequest.LookIn.OVER : CarrierRequest.LookIn.NOT_THERE;
        }
        return look.company().stream().anyMatch(there::contains)
                ? CarrierRequest.LookIn.IN_COMPANY
                : CarrierRequest.LookIn.ALONE;
    }

    /** A status that is not known here, and a 404 that is not Twilio's own, say nothing. */
    private boolean isOver(String callSid) {
        try {
            return Optional.ofNullable(Call.fetcher(callSid).fetch(client).getStatus())
                    .flatMap(status -> CallStatus.find(status.toString()))
                    .filter(CallStatus::isFinal)
                    .isPresent();
        } catch (CarrierErrorException e) {
            if (e.status() != 404) {
                throw e;
            }
            return e.code() == CarrierErrors.NOT_FOUND;
        }
    }

    /** "DELETE …/Recordings/{Sid}" (Twilio, "Recording resource"); of the account's own only, whatever address was told. */
    private String delete(CarrierRequest.DeleteRecording recording) {
        String sid = recordings
                .findSid(recording.url())
                .orElseThrow(() -> new RecordingUnavailableException("it is not one of the account's recordings"));
        Recording.deleter(sid).delete(client);
        return sid;
    }

    private Optional<String> findConference(String room) {
        return Conference.reader().setFriendlyName(room).setPageSize(PAGE).firstPage(client).getRecords().stream()
                .filter(one -> one.getStatus() != Conference.Status.COMPLETED)
                .findFirst()
                .map(Conference::getSid);
    }

    /** There is no such conference, or not yet. */
    static final class NotInRoomException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotInRoomException(String callSid) {
            super("call " + callSid + " is in no conference");
        }
    }

    /**
     * The SIDs of calls that we made to this number since. Those in the carrier's queue have no start time yet, so it is the time of
     * making that counts, which cannot be filtered by.
     */
    Stream<String> callsSince(CarrierRequest.Dial dial, Instant since) {
        return Call.reader()
                .setTo(new PhoneNumber(dial.to()))
                .setFrom(callerId)
                .setPageSize(PAGE)
                .firstPage(client)
                .getRecords()
                .stream()
                .filter(call -> !isBefore(call.getDateCreated(), since))
                .map(Call::getSid);
    }

    /** The SIDs of messages with this text that we sent to this number since; a trial account's begin with words of Twilio's. */
    Stream<String> textsSince(CarrierRequest.Text text, Instant since) {
        return Message.reader()
                .setTo(new PhoneNumber(text.to()))
                .setFrom(callerId)
                .setPageSize(PAGE)
                .firstPage(client)
                .getRecords()
                .stream()
                .filter(message ->
                        message.getBody().strip().endsWith(text.body().strip()))
                .filter(message -> !isBefore(message.getDateCreated(), since))
                .map(Message::getSid);
    }

    /**
     * Whether the carrier made something before this time of ours. The list's own reply has said how late it is there; a carrier that is
     * ahead is not followed, as what is taken for somebody else's would be made a second time.
     */
    private boolean isBefore(ZonedDateTime made, Instant since) {
        Duration lag = transport.lag();
        return made.toInstant().isBefore(lag.isNegative() ? since : since.minus(lag));
    }
}

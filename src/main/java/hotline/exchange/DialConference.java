package hotline.exchange;

import hotline.exchange.twiml.TwimlElement;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the call into a conference. https://www.twilio.com/docs/voice/twiml/conference and …/dial, "action". */
final class DialConference implements Activity {
    private static final int MOST_PARTICIPANTS = 250;

    private final Network network;
    private final CallLeg leg;
    private final Script script;
    private final TwimlElement verb;
    private final TwimlElement noun;
    private final Conference conference;
    private final Participant participant;
    private Timeline.@Nullable Timer timeLimit;
    private boolean finished;
    private boolean failed;

    DialConference(Network network, CallLeg leg, Script script, TwimlElement verb) {
        this.network = network;
        this.leg = leg;
        this.script = script;
        this.verb = verb;
        this.noun = verb.children().get(0);
        this.conference = network.conference(noun.text());
        this.participant = new Participant(network, conference, leg, entry(), this::out);
    }

    private ParticipantEntry entry() {
        String wait = noun.attribute("waitUrl", "");
        return new ParticipantEntry(
                noun.attribute("participantLabel").orElse(null),
                noun.flag("muted", false),
                noun.flag("startConferenceOnEnter", true),
                noun.flag("endConferenceOnExit", false),
                noun.attribute("beep", "true"),
                wait.isEmpty() ? null : Urls.resolve(script.base(), wait),
                noun.attribute("waitUrl").isPresent() && wait.isEmpty(),
                noun.attribute("waitMethod", "POST"),
                noun.attribute("coach").orElse(null));
    }

    @Override
    public void begin() {
        URI callback = noun.attribute("statusCallback")
                .map(address -> Urls.resolve(script.base(), address))
                .orElse(null);
        conference.reportTo(
                callback,
                noun.attribute("statusCallbackMethod", "POST"),
                Set.of(noun.attribute("statusCallbackEvent", "").split(" ", -1)));
        String coached = noun.attribute("coach", "");
        boolean coachIsLost =
                !coached.isEmpty() && conference.findParticipant(coached).isEmpty();
        if (coachIsLost) {
            network.complaints.add(13240, "the call to coach is not in the conference", leg.sid(), script.base());
        }
        int most = noun.number("maxParticipants", MOST_PARTICIPANTS);
        if (coachIsLost || !conference.join(participant, most)) {
            failed = true;
            goOn();
            return;
        }
        timeLimit = network.timeline.after(Script.longest(verb), () -> leave(ParticipantExit.HUNG_UP, true));
        conference.enters(participant);
    }

    @Override
    public void spoken(String words) {
        conference.spoken(participant, words);
    }

    @Override
    public void key(char key) {
        if (key == '*' && verb.flag("hangupOnStar", false)) {
            leave(ParticipantExit.HUNG_UP, true);
        }
    }

    /** The conference has let the call go: what comes after {@code <Dial>} follows. */
    private void out(ParticipantExit why) {
        failed = why == ParticipantExit.ADD_FAILED;
        goOn();
    }

    private void leave(ParticipantExit why, boolean goesOn) {
        if (!finished) {
            finished = !goesOn;
            conference.leaves(participant, why);
            if (goesOn) {
                goOn();
            }
        }
    }

    private void goOn() {
        if (finished) {
            return;
        }
        end();
        if (verb.attribute("action").isPresent()) {
            script.request(verb.attribute("action", ""), verb.attribute("method", "POST"), result());
        } else {
            script.next();
        }
    }

    private List<Parameter> result() {
        return List.of(
                new Parameter("DialCallStatus", failed ? "failed" : "answered"),
                new Parameter("DialBridged", String.valueOf(conference.isStarted())));
    }

    private void end() {
        finished = true;
        if (timeLimit != null) {
            timeLimit.cancel();
        }
    }

    @Override
    public void interrupt() {
        leave(ParticipantExit.UPDATED_VIA_API, false);
        end();
    }

    @Override
    public void hangUp() {
        boolean was = finished;
        leave(ParticipantExit.HUNG_UP, false);
        end();
        if (!was && verb.attribute("action").isPresent()) {
            script.report(verb.attribute("action", ""), verb.attribute("method", "POST"), result());
        }
    }
}

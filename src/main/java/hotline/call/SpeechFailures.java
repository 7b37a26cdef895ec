package hotline.call;

import hotline.flow.Voice;
import hotline.flow.VoiceFlows;
import hotline.publish.FlowVersions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works out which voice failed. The carrier names none, so it is each that the answer was to be said with, often the only one; where there
 * are two, the other one's fallback speaks for a while without need.
 */
final class SpeechFailures {
    private static final Logger log = LoggerFactory.getLogger(SpeechFailures.class);

    private final CallRepository calls;
    private final FlowVersions versions;
    private final FailedVoices voices;
    private final AnswerFormat format;

    SpeechFailures(CallRepository calls, FlowVersions versions, FailedVoices voices, AnswerFormat format) {
        this.calls = calls;
        this.versions = versions;
        this.voices = voices;
        this.format = format;
    }

    /**
     * Voices that were put aside.
     *
     * @param flowVersion of the call in which they failed
     * @param names the carrier's
     */
    record PutAside(String flowVersion, List<String> names) {}

    /** Puts the voices aside that are not yet; empty if there is none, or for a leg that is none of ours. */
    Optional<PutAside> keep(Handle handle, SpeechFailure failure, Instant now) {
        Optional<Call> call = calls.find(handle, failure.leg());
        Optional<String> answer = call.flatMap(
                known -> calls.findAnswer(handle, known.sid(), failure.turn().orElse(known.turn() - 1)));
        if (call.isEmpty() || answer.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = format.voices(answer.get()).stream()
                .filter(name -> voices.putAside(handle, name, failure.errorCode(), now))
                .toList();
        return Optional.of(new PutAside(call.get().flowVersion(), names))
                .filter(put -> !put.names().isEmpty());
    }

    private static Voice voice(VoiceFlows flows, String name) {
        return flows.languages().stream()
                .map(flows::voice)
                .filter(voice -> voice.name().equals(name))
                .findFirst()
                .orElseGet(() -> Voice.of(name));
    }

    /** For the operator, who alone can mend it for good. Never inside a transaction: it may load the flows. */
    void tell(SpeechFailure failure, PutAside put) {
        VoiceFlows flows = versions.load(put.flowVersion());
        String or = put.names().size() > 1 ? ", or another one that spoke with it" : "";
        for (String name : put.names()) {
            Voice voice = voice(flows, name);
            if (voice.fallback().isPresent()) {
                log.warn(
                        "the voice {} failed in call {} (the carrier's error {}){}: {} speaks in its place for {} minutes, then it is"
                                + " tried again. If the carrier has it no more, name another one in voices.yaml",
                        voice.name(),
                        failure.leg(),
                        failure.errorCode(),
                        or,
                        voice.fallback().get(),
                        FailedVoices.ASIDE.toMinutes());
            } else {
                log.warn(
                        "the voice {} failed in call {} (the carrier's error {}){}, and none stands in for it: callers may not hear"
                                + " what it says. Name another voice in voices.yaml, with a fallback",
                        voice.name(),
                        failure.leg(),
                        failure.errorCode(),
                        or);
            }
        }
    }
}

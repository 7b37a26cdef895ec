package hotline.web;

import hotline.call.FailedVoice;
import hotline.flow.Voice;
import hotline.flow.VoiceFlows;
import java.util.List;
import java.util.Optional;

/**
 * A voice that failed, and who speaks in its place.
 *
 * @param fallback empty if nobody does
 */
public record SilentVoice(FailedVoice voice, Optional<String> fallback) {
    static List<SilentVoice> of(List<FailedVoice> failed, VoiceFlows live) {
        List<Voice> voices = live.languages().stream().map(live::voice).toList();
        return failed.stream()
                .map(one -> new SilentVoice(
                        one,
                        voices.stream()
                                .filter(voice -> voice.name().equals(one.name()))
                                .flatMap(voice -> voice.fallback().stream())
                                .findFirst()))
                .toList();
    }
}

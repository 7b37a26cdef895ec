package hotline.flow;

import java.util.Optional;

/**
 * Who speaks a language.
 *
 * @param name the carrier's, as {@code Google.id-ID-Wavenet-A}
 * @param fallback the carrier's name of the voice that speaks while this one cannot
 */
public record Voice(String name, Optional<String> fallback) {
    /** A voice that nobody stands in for. */
    public static Voice of(String name) {
        return new Voice(name, Optional.empty());
    }
}

package hotline.rehearsal;

import hotline.flow.Place;
import java.time.Duration;
import java.util.List;

/** One thing in the course of an example: what somebody does, or what the caller must hear. */
sealed interface Move {
    Place place();

    /** As the author wrote it, for messages. */
    String words();

    /** These sentences one right after the other; what is heard after them is not looked at. */
    record Hear(Place place, List<Expected> sentences) implements Move {
        public Hear {
            sentences = List.copyOf(sentences);
        }

        @Override
        public String words() {
            return "hear "
                    + String.join(
                            ", ", sentences.stream().map(Expected::toString).toList());
        }
    }

    /** The caller presses keys as soon as keys are expected. */
    record Press(Place place, String keys) implements Move {
        @Override
        public String words() {
            return "press " + keys;
        }
    }

    /** The caller does nothing until the hotline goes on by itself. */
    record SayNothing(Place place) implements Move {
        @Override
        public String words() {
            return "say nothing";
        }
    }

    /** The caller speaks a message after the tone. */
    record Speak(Place place, String message) implements Move {
        @Override
        public String words() {
            return "speak \"" + message + "\"";
        }
    }

    /** Time passes. */
    record Wait(Place place, Duration length) implements Move {
        @Override
        public String words() {
            return "wait " + length.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The shop's order system stops answering, or answers again. */
    record Orders(Place place, boolean down) implements Move {
        @Override
        public String words() {
            return "orders " + (down ? "unavailable" : "available");
        }
    }

    /** Somebody does one of the things that have a name. */
    record Do(Place place, Deed deed) implements Move {
        @Override
        public String words() {
            return deed.words();
        }
    }
}

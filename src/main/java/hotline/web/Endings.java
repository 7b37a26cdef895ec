package hotline.web;

import hotline.queue.ContactOutcome;
import hotline.queue.Disposition;
import hotline.queue.Dispositions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** How contacts ended, in a reader's words: a disposition has a label that the shop may have chosen itself. */
final class Endings {
    private final Texts texts;
    private final Map<String, String> labels;

    private Endings(Texts texts, Map<String, String> labels) {
        this.texts = texts;
        this.labels = labels;
    }

    static Endings read(Handle handle, Texts texts) {
        return new Endings(
                texts,
                new Dispositions()
                        .list(handle).stream()
                                .collect(Collectors.toMap(Disposition::code, one -> one.label(texts.language()))));
    }

    /** The result that the agent recorded, otherwise what became of the contact; empty while it is not over. */
    Optional<String> of(Optional<String> disposition, Optional<ContactOutcome> outcome) {
        return disposition.or(() -> outcome.map(ContactOutcome::word)).map(this::words);
    }

    private String words(String word) {
        String label = labels.get(word);
        return label == null ? texts.getOr("ended." + word, word) : label;
    }
}

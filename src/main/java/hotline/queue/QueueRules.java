package hotline.queue;

import hotline.phone.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The rules of all queues as they are now: they may be changed while callers wait, and then hold for these, too. */
public final class QueueRules {
    private final Supplier<QueueRuleSet> now;

    /** @param now gives the rules of the moment; asked often */
    public QueueRules(Supplier<QueueRuleSet> now) {
        this.now = now;
    }

    /** Rules that stay as they are. */
    public static QueueRules fixed(QueueRuleSet rules) {
        return new QueueRules(() -> rules);
    }

    /** See {@link QueueRuleSet#order}. */
    Comparator<Contact> order(Instant at) {
        return now.get().order(at);
    }

    /** The skills that have rules of their own. */
    Set<String> skills() {
        return now.get().skills().keySet();
    }

    /** See {@link QueueRuleSet#names}; in one language. */
    Map<String, String> names(Language language) {
        Map<String, String> known = new HashMap<>();
        now.get()
                .names()
                .forEach((skill, names) ->
                        Optional.ofNullable(names.get(language)).ifPresent(name -> known.put(skill, name)));
        return known;
    }

    SkillRules of(String skill) {
        return now.get().of(skill);
    }

    CallbackRules callbacksOf(String skill) {
        return now.get().callbacksOf(skill);
    }

    boolean isStaffed(String skill, Instant at) {
        return now.get().isStaffed(skill, at);
    }

    /** The longest time that any queue has for something. */
    Duration longest(Function<SkillRules, Duration> time) {
        return now.get().longest(time);
    }
}

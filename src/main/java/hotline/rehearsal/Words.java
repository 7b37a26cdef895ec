package hotline.rehearsal;

import hotline.flow.Nearest;
import hotline.flow.Problems;
import hotline.flow.Rule;
import hotline.flow.Ref;
import hotline.flow.Rule;
import hotline.flow.Section;
import hotline.phone.PhoneNumber;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the single words of an example; what cannot be read becomes a problem at its place, and something harmless is taken. */
final class Words {
    private static final String WITHHELD = "withheld";
    private static final Pattern LENGTH = Pattern.compile("(?:(\\d+)h)? ?(?:(\\d+)m)? ?(?:(\\d+)s)?");

    private final Problems problems;

    Words(Problems problems) {
        this.problems = problems;
    }

    /** A telephone number; {@code withheld} stands for none. */
    Optional<PhoneNumber> caller(Section section, String field, Optional<PhoneNumber> otherwise) {
        Optional<Ref> written = section.findText(field);
        if (written.isEmpty()) {
            return otherwise;
        }
        if (written.get().name().equals(WITHHELD)) {
            return Optional.empty();
        }
        if (written.get().name().matches("\\+[1-9][0-9]{6,14}")) {
            return Optional.of(new PhoneNumber(written.get().name()));
        }
        wrong(
                written.get(),
                "is not a telephone number; write it in quotes with + and the country's code, or `withheld`");
        return otherwise;
    }

    boolean yes(Section section, String field) {
        Optional<Ref> written = section.findText(field);
        written.filter(ref -> !ref.name().matches("yes|no|true|false"))
                .ifPresent(ref -> wrong(ref, "is neither `yes` nor `no`"));
        return written.filter(ref -> ref.name().matches("yes|true")).isPresent();
    }

    Optional<LocalDateTime> time(Section section, String field) {
        return section.findText(field).flatMap(ref -> {
            try {
                return Optional.of(LocalDateTime.parse(ref.name()));
            } catch (DateTimeException e) {
                wrong(ref, "is not a time; write it as 2026-11-23T10:00");
                return Optional.empty();
            }
        });
    }

    Optional<LocalDate> day(Section section, String field) {
        return section.findText(field).flatMap(ref -> {
            try {
                return Optional.of(LocalDate.parse(ref.name()));
            } catch (DateTimeException e) {
                wrong(ref, "is not a day; write it as 2026-11-23");
                return Optional.empty();
            }
        });
    }

    int number(Ref written, String what, int most) {
        if (written.name().matches("[0-9]{1,6}") && Integer.parseInt(written.name()) <= most) {
            return Integer.parseInt(written.name());
        }
        wrong(written, "is not " + what + ": a whole number up to " + most);
        return 0;
    }

    Duration length(Ref written) {
        Matcher parts = LENGTH.matcher(written.name());
        if (written.name().isEmpty() || !parts.matches()) {
            wrong(written, "is not a length of time; write it as 30s, 2m or 1h 30m");
            return Duration.ofSeconds(1);
        }
        return Duration.ofHours(part(parts.group(1)))
                .plusMinutes(part(parts.group(2)))
                .plusSeconds(part(parts.group(3)));
    }

    private static long part(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** One of several words. */
    String oneOf(Ref written, String what, Collection<String> known) {
        if (!known.contains(written.name())) {
            wrong(written, "is not a " + what + Nearest.hint(written.name(), known));
        }
        return written.name();
    }

    private void wrong(Ref ref, String what) {
        problems.add(Rule.WRONG_VALUE, ref.place(), "`" + ref + "` " + what);
    }
}

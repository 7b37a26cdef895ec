package hotline.flow;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.TrailingZeroDisplay;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes values fit to be spoken or to be read in a text message. */
final class ValueSpeech {
    /** Longer than any name; what a shop's system sends beyond that is noise. */
    private static final int LONGEST = 80;

    /** ICU says "Indonesian rupiahs", as nobody does in Indonesia, in either language. */
    private static final String RUPIAH = "IDR";

    /** ICU writes it after a sign; in a text message it would cost half of the room. */
    private static final char NO_BREAK_SPACE = '\u00a0';

    /** ICU writes it before AM and PM; in a text message it would cost half of the room. */
    private static final char NARROW_NO_BREAK_SPACE = '\u202f';

    private static final Pattern SUM = Pattern.compile("([0-9]{1,13}(?:\\.[0-9]{1,4})?) ([A-Z]{3})");

    private final Locale locale;
    private final boolean spoken;
    private final Map<String, EntryKind> entries;

    /** @param spoken whether the text goes to a voice, which needs characters apart and pauses between groups */
    ValueSpeech(Locale locale, boolean spoken, Map<String, EntryKind> entries) {
        this.locale = locale;
        this.spoken = spoken;
        this.entries = entries;
    }

    String text(String value) {
        StringBuilder clean = new StringBuilder();
        value.codePoints().limit(LONGEST).forEach(c -> {
            boolean sayable = Character.isLetterOrDigit(c) || " .,'-+/&:%()".indexOf(c) >= 0;
            clean.appendCodePoint(sayable ? c : ' ');
        });
        return clean.toString().replaceAll(" +", " ").strip();
    }

    long number(String value) {
        return value.matches("-?[0-9]{1,15}") ? Long.parseLong(value) : 0;
    }

    /** @param style ICU's name of a length, or {@code ::} and the fields wanted; a day and month when empty */
    String date(String value, String style) {
        String skeleton = switch (style) {
            case "", "medium" -> "dMMMM";
            case "short" -> "dMMM";
            case "long" -> "dMMMMyyyy";
            case "full" -> "EEEEdMMMM";
            default -> style.replace("::", "");
        };
        try {
            LocalDate day = LocalDate.parse(value.substring(0, Math.min(10, value.length())));
            DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, locale);
            format.setTimeZone(TimeZone.GMT_ZONE);
            return format.format(Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return text(value);
        }
    }

    /**
     * A time of day by the language's clock; for a voice the full hour without its minutes, and no zero before it, which would be read out.
     *
     * @param value a moment by the clock on the wall, as {@code 2026-11-24T08:00}
     */
    String time(String value) {
        try {
            LocalDateTime moment = LocalDateTime.parse(value);
            boolean hourOnly = spoken && moment.getMinute() == 0;
            DateFormat format = DateFormat.getInstanceForSkeleton(hourOnly ? "j" : "jmm", locale);
            format.setTimeZone(TimeZone.GMT_ZONE);
            String time = format.format(Date.from(moment.toInstant(ZoneOffset.UTC)))
                    .replace(NARROW_NO_BREAK_SPACE, ' ')
                    .replace(NO_BREAK_SPACE, ' ');
            return spoken ? time.replaceFirst("^0(?=[0-9])", "") : time;
        } catch (DateTimeException e) {
            return text(value);
        }
    }

    /**
     * A sum by the language's rules: with the currency's name for a voice, with its sign in a text message.
     *
     * @param value the amount and the currency's code, as {@code 189000 IDR}
     */
    String money(String value) {
        Matcher sum = SUM.matcher(value);
        if (!sum.matches()) {
            return text(value);
        }
        LocalizedNumberFormatter number = NumberFormatter.withLocale(locale)
                .precision(Precision.fixedFraction(2).trailingZeroDisplay(TrailingZeroDisplay.HIDE_IF_WHOLE));
        BigDecimal amount = new BigDecimal(sum.group(1));
        String currency = sum.group(2);
        if (spoken && currency.equals(RUPIAH)) {
            return number.format(amount) + " rupiah";
        }
        return number.unit(Currency.getInstance(currency))
                .unitWidth(spoken ? UnitWidth.FULL_NAME : UnitWidth.NARROW)
                .format(amount)
                .toString()
                .replace(NO_BREAK_SPACE, ' ');
    }

    /**
     * Character by character, in groups.
     *
     * @param style the size of a group, or the kind of entry whose shapes say where the groups end
     */
    String spell(String value, String style) {
        String characters = characters(value);
        EntryKind kind = entries.get(style);
        List<String> groups = kind == null ? ofSize(characters, style) : kind.groups(characters);
        return spoken
                ? String.join(", ", groups.stream().map(ValueSpeech::apart).toList())
                : String.join("-", groups);
    }

    /** The last few characters, one by one. */
    String last(String value, String style) {
        String characters = characters(value);
        String last = characters.substring(Math.max(0, characters.length() - size(style)));
        return spoken ? apart(last) : last;
    }

    private static String characters(String value) {
        String all = value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return all.substring(0, Math.min(all.length(), LONGEST));
    }

    private static List<String> ofSize(String characters, String style) {
        List<String> groups = new ArrayList<>();
        int size = size(style);
        for (int i = 0; i < characters.length(); i += size) {
            groups.add(characters.substring(i, Math.min(i + size, characters.length())));
        }
        return groups;
    }

    private static int size(String style) {
        return style.matches("[1-9]") ? Integer.parseInt(style) : 4;
    }

    private static String apart(String characters) {
        return characters.replaceAll("(?<=.)(?=.)", " ");
    }
}

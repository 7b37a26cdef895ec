package hotline.phone;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the numbers of payment cards, so that they are refused, never stored and never logged. A card's number (ISO/IEC 7812-1)
 * has an issuer's prefix, a length that goes with it, and a check digit by Luhn's formula; all three must be right.
 */
public final class CardNumbers {
    /** Digits of the shortest card numbers. */
    public static final int SHORTEST = 12;

    /** Digits of the longest. */
    public static final int LONGEST = 19;

    /** Stands where a card number was. */
    public static final String REMOVED = "[card number removed]";

    /** Digits, in groups or not, that are long enough to hold a card number; or an address, whose digits are its own. */
    private static final Pattern RUN = Pattern.compile("https?://\\S+|\\p{Nd}(?:[ .\\-]?\\p{Nd}){11,}");

    private static final Pattern GROUP = Pattern.compile("\\p{Nd}+");

    /** A range of prefixes of one length, and the lengths of the numbers under it. */
    private record Scheme(String from, String to, List<Integer> lengths) {
        boolean has(String number) {
            String prefix = number.substring(0, from.length());
            return lengths.contains(number.length()) && prefix.compareTo(from) >= 0 && prefix.compareTo(to) <= 0;
        }
    }

    private static final List<Integer> MAESTRO = List.of(12, 13, 14, 15, 16, 17, 18, 19);
    private static final List<Integer> GPN = List.of(16, 18, 19);

    private static final List<Scheme> SCHEMES = List.of(
            new Scheme("4", "4", List.of(13, 16, 18, 19)), // Visa
            new Scheme("51", "55", List.of(16)), // Mastercard, and its second range
            new Scheme("2221", "2720", List.of(16)),
            new Scheme("34", "34", List.of(15)), // American Express
            new Scheme("37", "37", List.of(15)),
            new Scheme("3528", "3589", List.of(16, 17, 18, 19)), // JCB
            new Scheme("62", "62", List.of(16, 17, 18, 19)), // UnionPay
            new Scheme("6011", "6011", List.of(16, 19)), // Discover
            new Scheme("644", "659", List.of(16, 19)),
            new Scheme("300", "305", List.of(14, 16, 19)), // Diners Club
            new Scheme("36", "36", List.of(14, 16, 19)),
            new Scheme("38", "39", List.of(14, 16, 19)),
            new Scheme("50", "50", MAESTRO),
            new Scheme("56", "58", MAESTRO),
            new Scheme("6304", "6304", MAESTRO),
            new Scheme("639", "639", MAESTRO),
            new Scheme("67", "67", MAESTRO),
            new Scheme("1946", "1946", GPN), // GPN, Indonesia's national debit scheme
            new Scheme("60", "63", GPN));

    private CardNumbers() {}

    /** Whether these digits, spaces and dashes aside, are the number of a payment card. */
    public static boolean isCard(String typed) {
        String digits = plainDigits(typed);
        return digits.length() >= SHORTEST
                && SCHEMES.stream().anyMatch(scheme -> scheme.has(digits))
                && passesLuhn(digits);
    }

    /** Whether a card number stands in the text. */
    public static boolean isIn(String text) {
        return !redact(text).equals(text);
    }

    /** A text with every card number in it, also one written in groups, replaced by {@link #REMOVED}. */
    public static String redact(String text) {
        return RUN.matcher(text).replaceAll(run -> Matcher.quoteReplacement(redactRun(run.group())));
    }

    /** Looks at every row of neighboring groups, since a card number may stand right beside another number. */
    private static String redactRun(String run) {
        if (!Character.isDigit(run.codePointAt(0))) {
            return run;
        }
        List<int[]> groups = GROUP.matcher(run)
                .results()
                .map(group -> new int[] {group.start(), group.end()})
                .toList();
        for (int first = 0; first < groups.size(); first++) {
            for (int last = groups.size() - 1; last >= first; last--) {
                int start = groups.get(first)[0];
                int end = groups.get(last)[1];
                if (isCard(run.substring(start, end))) {
                    return run.substring(0, start) + REMOVED + redact(run.substring(end));
                }
            }
        }
        return run;
    }

    private static String plainDigits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }

    /** Luhn's formula, ISO/IEC 7812-1 annex B: from the right, every second digit doubled, the sum a multiple of ten. */
    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}

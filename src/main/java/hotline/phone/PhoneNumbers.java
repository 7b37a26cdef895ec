package hotline.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads telephone numbers as people write and carriers send them; what a number is, by libphonenumber's numbering plans. */
public final class PhoneNumbers {
    /**
     * Emergency and service numbers of Indonesia. libphonenumber knows some of them as emergency numbers, some as short numbers and
     * some not at all, so they are listed here: police, general, fire, search and rescue, ambulance, disasters,
     * and the telephone and power companies' services.
     */
    private static final Set<String> SERVICE_NUMBERS_OF_INDONESIA = Set.of(
            "100", "101", "103", "106", "107", "108", "109", "110", "112", "113", "114", "115", "117", "118", "119",
            "121", "122", "123", "129", "147", "161", "162", "163", "164", "165", "166", "167", "168", "169", "911");

    /**
     * What a carrier sends in place of a number that is withheld: the word spelled on a keypad (anonymous, restricted, blocked, unknown,
     * unavailable). They look like numbers of other countries and are nobody's.
     */
    private static final Set<String> WORDS_SPELLED_AS_NUMBERS =
            Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** Byru, the satellite service of Indonesia, which libphonenumber takes for mobile. */
    private static final String SATELLITE_OF_INDONESIA = "+62868";

    private static final List<String> SATELLITE_COUNTRY_CODES = List.of("+870", "+881", "+882", "+883");

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * Reads a number that somebody typed or wrote, in national or international form.
     *
     * @param region where a national number belongs, by ISO 3166-1, as {@code ID}
     * @return the number, or empty if it is nobody's, an emergency or a service number
     */
    public static Optional<PhoneNumber> parse(String text, String region) {
        String digits = PhoneNumberUtil.normalizeDigitsOnly(text);
        if (isService(digits, region)) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber parsed = UTIL.parse(text, region);
            String e164 = UTIL.format(parsed, PhoneNumberFormat.E164);
            boolean usable = UTIL.isValidNumber(parsed)
                    && !parsed.hasExtension()
                    && E164.matcher(e164).matches();
            return usable ? Optional.of(new PhoneNumber(e164)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /**
     * The number of whoever rings, from what the carrier says ({@code From}). Empty when it is withheld, in any of the ways carriers say
     * so, and for callers that are no telephone ({@code client:…}, {@code sip:…}). Any other international number is taken
     * as it is: it is a caller's even if no numbering plan knows it.
     */
    public static Optional<PhoneNumber> caller(String from) {
        return E164.matcher(from).matches() && !WORDS_SPELLED_AS_NUMBERS.contains(from)
                ? Optional.of(new PhoneNumber(from))
                : Optional.empty();
    }

    /** As people read it, in groups: {@code +62 812-9876-5432}. */
    public static String international(PhoneNumber number) {
        return UTIL.format(parsed(number), PhoneNumberFormat.INTERNATIONAL);
    }

    /** What the number is for. */
    public static NumberKind kind(PhoneNumber number) {
        if (SATELLITE_COUNTRY_CODES.stream().anyMatch(number.e164()::startsWith)
                || number.e164().startsWith(SATELLITE_OF_INDONESIA)) {
            return NumberKind.SATELLITE;
        }
        return switch (UTIL.getNumberType(parsed(number))) {
            case MOBILE -> NumberKind.MOBILE;
            case FIXED_LINE -> NumberKind.FIXED_LINE;
            case FIXED_LINE_OR_MOBILE -> NumberKind.FIXED_LINE_OR_MOBILE;
            case VOIP -> NumberKind.VOIP;
            case TOLL_FREE -> NumberKind.TOLL_FREE;
            case SHARED_COST -> NumberKind.SHARED_COST;
            case PREMIUM_RATE -> NumberKind.PREMIUM_RATE;
            case UAN -> NumberKind.COMPANY_WIDE;
            case PERSONAL_NUMBER, PAGER, VOICEMAIL -> NumberKind.PERSONAL;
            case UNKNOWN -> NumberKind.INVALID;
        };
    }

    /**
     * The country of a number by ISO 3166-1, as {@code ID}; empty for what belongs to no country (satellite and
     * international services) and for numbers that are nobody's.
     */
    public static Optional<String> country(PhoneNumber number) {
        return Optional.ofNullable(UTIL.getRegionCodeForNumber(parsed(number)))
                .filter(region -> !region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY));
    }

    /** The number's country code with its plus sign, as {@code +62}. */
    public static String callingCode(PhoneNumber number) {
        return "+" + parsed(number).getCountryCode();
    }

    /** The first country of the number's country code, as {@code US} for +1. */
    static String mainCountry(PhoneNumber number) {
        return UTIL.getRegionCodeForCountryCode(parsed(number).getCountryCode());
    }

    /** Whether a number of this length can exist under its country code. */
    static boolean isPossible(PhoneNumber number) {
        return UTIL.isPossibleNumber(parsed(number));
    }

    /** Whether the number, its country code left off, is one for emergencies or services. */
    static boolean isService(PhoneNumber number) {
        Phonenumber.PhoneNumber parsed = parsed(number);
        String region = UTIL.getRegionCodeForCountryCode(parsed.getCountryCode());
        return isService(UTIL.getNationalSignificantNumber(parsed), region);
    }

    private static boolean isService(String digits, String region) {
        ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();
        return shortNumbers.isEmergencyNumber(digits, region)
                || (region.equals("ID") && SERVICE_NUMBERS_OF_INDONESIA.contains(digits));
    }

    private static Phonenumber.PhoneNumber parsed(PhoneNumber number) {
        try {
            return UTIL.parse(number.e164(), null);
        } catch (NumberParseException e) {
            return new Phonenumber.PhoneNumber();
        }
    }
}

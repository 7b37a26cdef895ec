package hotline.phone;

import java.util.Optional;
import java.util.Set;

/**
 * Which numbers the hotline rings or texts of its own accord. Numbers that cost more than a call to a customer, that are answered by no
 * customer, or that lie in a country the shop does not serve are refused before the carrier is asked: whoever can make a
 * hotline ring a number that pays its holder will do it.
 *
 * @param servedCountries by ISO 3166-1, as {@code ID}
 * @param ownNumbers the hotline's own, which would ring themselves
 */
public record DialRules(Set<String> servedCountries, Set<PhoneNumber> ownNumbers) {
    /** Indonesia, its neighbors with the most customers, and the United States. */
    public static final Set<String> DEFAULT_COUNTRIES = Set.of("ID", "MY", "SG", "US");

    /** Why a number is not rung. */
    public enum Refusal {
        INVALID,
        EMERGENCY_OR_SERVICE,
        OWN_NUMBER,
        SATELLITE,
        EXTRA_COST,
        NO_SUBSCRIBER,
        COUNTRY_NOT_SERVED
    }

    public DialRules {
        servedCountries = Set.copyOf(servedCountries);
        ownNumbers = Set.copyOf(ownNumbers);
    }

    /** Why the number must not be rung, or empty if it may. */
    public Optional<Refusal> refusal(PhoneNumber number) {
        if (ownNumbers.contains(number)) {
            return Optional.of(Refusal.OWN_NUMBER);
        }
        if (PhoneNumbers.isService(number)) {
            return Optional.of(Refusal.EMERGENCY_OR_SERVICE);
        }
        Optional<Refusal> byKind = refusal(PhoneNumbers.kind(number));
        return byKind.isPresent() || isServed(number) ? byKind : Optional.of(Refusal.COUNTRY_NOT_SERVED);
    }

    /** Whether the number may be rung. */
    public boolean mayRing(PhoneNumber number) {
        return refusal(number).isEmpty();
    }

    /** Whether a text message to the number may be sent and can arrive: mobile numbers that {@link #mayRing}. */
    public boolean canReceiveSms(PhoneNumber number) {
        return mayRing(number) && PhoneNumbers.kind(number).takesText();
    }

    /**
     * Whether the numbering plans do not know the number although it has a served country's code and a possible length. Plans
     * change before our copy of them does; a number that somebody rings from exists, whatever the copy says.
     */
    public boolean mayBeNewerThanThePlans(PhoneNumber number) {
        return refusal(number).equals(Optional.of(Refusal.INVALID))
                && PhoneNumbers.isPossible(number)
                && servedCountries.contains(PhoneNumbers.mainCountry(number));
    }

    private boolean isServed(PhoneNumber number) {
        return PhoneNumbers.country(number).filter(servedCountries::contains).isPresent();
    }

    private static Optional<Refusal> refusal(NumberKind kind) {
        return switch (kind) {
            case MOBILE, FIXED_LINE, FIXED_LINE_OR_MOBILE, VOIP -> Optional.empty();
            case SATELLITE -> Optional.of(Refusal.SATELLITE);
            case PREMIUM_RATE, SHARED_COST, PERSONAL -> Optional.of(Refusal.EXTRA_COST);
            case TOLL_FREE, COMPANY_WIDE -> Optional.of(Refusal.NO_SUBSCRIBER);
            case INVALID -> Optional.of(Refusal.INVALID);
        };
    }
}

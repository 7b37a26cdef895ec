package hotline.twilio;

import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import io.javalin.http.BadRequestResponse;
import java.util.Optional;
import java.util.Set;

/**
 * One webhook that the carrier has shown to be its own.
 *
 * @param path as asked for, without the query
 * @param query what we wrote into the address; with GET also what the carrier tells
 * @param posted what the carrier tells
 */
record SignedRequest(String path, Form query, Form posted) {
    /**
     * What Twilio has for a number that is withheld: the keys of ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN and UNAVAILABLE (Twilio help,
     * "Why am I getting calls from these strange numbers?").
     */
    private static final Set<String> WITHHELD =
            Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

    /** What the carrier tells by this name; an empty value is a value. */
    Optional<String> find(String name) {
        return posted.find(name).or(() -> query.find(name));
    }

    /** What the carrier tells by this name. Throws a 400 without it. */
    String get(String name) {
        return find(name).orElseThrow(() -> new BadRequestResponse("The parameter " + name + " is missing."));
    }

    CallSid callSid() {
        try {
            return new CallSid(get("CallSid"));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("The parameter CallSid is no call SID.");
        }
    }

    /** A number; empty where there is none, or it is withheld, a name, a short code or a SIP address. */
    Optional<PhoneNumber> findNumber(String name) {
        return find(name)
                .filter(number -> number.matches("\\+[1-9][0-9]{6,14}") && !WITHHELD.contains(number))
                .map(PhoneNumber::new);
    }

    /** Whether the leg was dialled by us (Twilio, "Twilio's request to your application", {@code Direction}). */
    boolean isOutbound() {
        return find("Direction").orElse("").startsWith("outbound");
    }
}

package hotline.message;

import hotline.phone.PhoneNumber;
import java.util.Optional;

/** Which numbers can be sent a text. */
@FunctionalInterface
public interface Reach {
    /** Why this number cannot be texted ({@code landline}, {@code foreign}, …), or empty if it can. */
    Optional<String> refusal(PhoneNumber number);
}

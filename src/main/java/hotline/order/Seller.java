package hotline.order;

import hotline.phone.PhoneNumber;
import java.util.Optional;

/** Who sold the order and is asked about it. */
public record Seller(String name, Optional<PhoneNumber> phone, Optional<String> email) {}

package hotline.flow;

import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.ZoneId;

/**
 * A number of the hotline.
 *
 * @param flow the flow it rings
 * @param language the language spoken first
 * @param zone whose clock and calendar its callers live by
 */
public record DialledNumber(PhoneNumber number, String flow, Language language, ZoneId zone) {}

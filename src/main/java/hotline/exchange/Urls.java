package hotline.exchange;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses and dates as Twilio writes them. */
final class Urls {
    /** RFC 2822, in GMT: https://www.twilio.com/docs/voice/twiml, "Dates and times". */
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss +0000", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** As headers have it: RFC 9110, 5.6.7. */
    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private Urls() {}

    static String date(Instant instant) {
        return RFC_2822.format(instant);
    }

    static String headerDate(Instant instant) {
        return HTTP.format(instant);
    }

    /**
     * The address that a document means; nothing but the document's own where it leaves the address empty
     * (https://www.twilio.com/docs/voice/twiml/redirect). RFC 3986, which {@link URI#resolve} does not follow for a bare query.
     *
     * @param base of the document; null where it came in a REST request and has none
     * @return null where a relative address has no base
     */
    static @Nullable URI resolve(@Nullable URI base, String address) {
        if (base == null) {
            URI absolute = URI.create(address);
            return absolute.isAbsolute() ? absolute : null;
        }
        if (address.isEmpty()) {
            return base;
        }
        if (address.startsWith("?")) {
            String own = base.toString();
            int query = own.indexOf('?');
            return URI.create((query < 0 ? own : own.substring(0, query)) + address);
        }
        return base.resolve(address);
    }

    /** Without the fragment, which Twilio neither sends nor signs (…/usage/webhooks/webhooks-connection-overrides). */
    static String withoutFragment(URI url) {
        String text = url.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment);
    }
}

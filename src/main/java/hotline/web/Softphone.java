package hotline.web;

import hotline.phone.BrowserPhone;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** What lets a browser be rung. */
public sealed interface Softphone {
    /**
     * The carrier, which has to know whose browser it is; its script is on the desk.
     *
     * @param tokens gives a token with which a browser can be rung as this phone, and nothing else, for ten minutes
     */
    record OfCarrier(Function<BrowserPhone, String> tokens) implements Softphone {}

    /**
     * The built-in phone network, which has a page for each phone; the desk has a link to it.
     *
     * @param network its address
     */
    record OnPage(URI network) implements Softphone {
        /** The page of this phone. */
        URI of(BrowserPhone phone) {
            return network.resolve("/phone?number=" + URLEncoder.encode(phone.address(), StandardCharsets.UTF_8));
        }
    }
}

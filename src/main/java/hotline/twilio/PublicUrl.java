package hotline.twilio;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * How the carrier reaches us: the base of every address that we give it, and what its signatures are checked against. It is
 * configured and never taken from a request, since {@code Host} and {@code X-Forwarded-*} are whatever the sender wrote.
 */
public final class PublicUrl {
    private final String base;
    private final List<String> signedBases;

    private PublicUrl(String base, List<String> signedBases) {
        this.base = base;
        this.signedBases = signedBases;
    }

    /**
     * Takes a configured address.
     *
     * @param url as {@code https://hotline.example} or {@code https://shop.example/hotline}, where the proxy takes the path
     *     prefix off; a fragment (Twilio's connection overrides) is left out, as it is never signed
     * @throws IllegalArgumentException if it is no http(s) address, or has a user, a password or a query
     */
    public static PublicUrl of(URI url) {
        String scheme = url.getScheme();
        boolean web = "https".equals(scheme) || "http".equals(scheme);
        if (!web || url.getHost() == null || url.getRawUserInfo() != null || url.getRawQuery() != null) {
            throw new IllegalArgumentException("not a public URL like https://hotline.example: " + url);
        }
        String path = url.getRawPath().replaceAll("/+$", "");
        String bare = scheme + "://" + url.getHost();
        int standardPort = "https".equals(scheme) ? 443 : 80;
        int port = url.getPort() == -1 ? standardPort : url.getPort();
        String withPort = bare + ":" + port + path;
        String withoutPort = bare + path;
        List<String> signedBases = new ArrayList<>(List.of(withoutPort, withPort));
        return new PublicUrl(url.getPort() == -1 ? withoutPort : withPort, signedBases);
    }

    /** The whole address of one of our paths. */
    public String of(String path) {
        return base + path;
    }

    /**
     * The addresses under which the carrier may have signed a request: Twilio's own libraries accept both with and without the
     * port, since what it signs depends on the product and the scheme (Twilio, "Webhooks security").
     */
    List<String> signed(String requestTarget) {
        return signedBases.stream()
                .map(signedBase -> signedBase + requestTarget)
                .toList();
    }

    /** The path and query of an address under this one; the address itself where it is somewhere else. */
    String relative(String address) {
        return signedBases.stream()
                .filter(signedBase -> address.startsWith(signedBase + "/"))
                .findFirst()
                .map(signedBase -> address.substring(signedBase.length()))
                .orElse(address);
    }

    @Override
    public String toString() {
        return base;
    }
}

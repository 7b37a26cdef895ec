package hotline.web;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from. What a proxy says of that is believed only if the settings name the proxy: {@code
 * X-Forwarded-For} is read from its end, where the nearest proxy wrote, up to the first address that is not one of ours;
 * what stands before that anybody may have made up.
 */
final class ClientAddress {
    private final List<AddressRange> proxies;

    ClientAddress(List<AddressRange> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    String of(Context ctx) {
        return of(ctx.req().getRemoteAddr(), ctx.req().getHeader("X-Forwarded-For"));
    }

    String of(String peer, @Nullable String forwardedFor) {
        String client = peer;
        List<String> hops = forwardedFor == null ? List.of() : Arrays.asList(forwardedFor.split(",", -1));
        for (int i = hops.size() - 1; i >= 0 && isProxy(client); i--) {
            Optional<InetAddress> hop =
                    AddressRange.address(withoutPort(hops.get(i).strip()));
            if (hop.isEmpty()) {
                break;
            }
            client = hop.get().getHostAddress();
        }
        return client;
    }

    private boolean isProxy(String address) {
        return AddressRange.address(withoutBrackets(address))
                .filter(known -> proxies.stream().anyMatch(range -> range.contains(known)))
                .isPresent();
    }

    /** Some proxies write the port too: {@code 203.0.113.7:4711}, {@code [2001:db8::7]:4711}. */
    private static String withoutPort(String hop) {
        return hop.matches("[0-9.]+:[0-9]+")
                ? hop.substring(0, hop.indexOf(':'))
                : withoutBrackets(hop.replaceFirst("]:[0-9]+$", "]"));
    }

    private static String withoutBrackets(String address) {
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }

    /**
     * What to count tries by: the address, or of IPv6 its first 64 bits, since whoever has one address there has them all
     * (RFC 6177).
     */
    static String network(String address) {
        return AddressRange.address(withoutBrackets(address).replaceFirst("%.*$", ""))
                .filter(Inet6Address.class::isInstance)
                .map(known -> {
                    byte[] bytes = known.getAddress();
                    StringBuilder first = new StringBuilder();
                    for (int i = 0; i < 8; i += 2) {
                        first.append(Integer.toHexString((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)))
                                .append(':');
                    }
                    return first + ":/64";
                })
                .orElse(address);
    }
}

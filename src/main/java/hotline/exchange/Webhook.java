package hotline.exchange;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A request to Hotline.
 *
 * @param method GET or POST
 * @param about SID of the call, message or conference that it is about
 */
record Webhook(URI url, String method, List<Parameter> parameters, String about) {

    static Webhook post(URI url, List<Parameter> parameters, String about) {
        return new Webhook(url, "POST", parameters, about);
    }

    Webhook and(String name, String value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new Webhook(url, method, List.copyOf(more), about);
    }

    boolean isGet() {
        return method.equals("GET");
    }

    /** The address as requested: of a GET with the parameters in its query. */
    String address() {
        String address = Urls.withoutFragment(url);
        if (!isGet() || parameters.isEmpty()) {
            return address;
        }
        return address + (address.contains("?") ? "&" : "?") + Parameter.encode(parameters);
    }

    /** The parameters of the body. */
    List<Parameter> form() {
        return isGet() ? List.of() : parameters;
    }
}

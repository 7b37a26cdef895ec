package hotline.web;

import hotline.agent.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A page that the frame of every page links to, for who may see it. */
public enum Place {
    DESK("1", "talking", Role.AGENT),
    QUEUE("2", "waiting", Role.AGENT),
    TICKETS("3", "ticket", Role.AGENT),
    WALLBOARD("4", "board", Role.AGENT),
    SUPERVISOR("5", "people", Role.SUPERVISOR),
    REPORTS("6", "chart", Role.SUPERVISOR),
    FLOWS("7", "flow", Role.SUPERVISOR),
    SETTINGS("8", "settings", Role.SUPERVISOR);

    private final String key;
    private final String icon;
    private final Role role;

    Place(String key, String icon, Role role) {
        this.key = key;
        this.icon = icon;
        this.role = role;
    }

    static List<Place> listFor(Role reader) {
        return Arrays.stream(values())
                .filter(place -> reader.includes(place.role))
                .toList();
    }

    /** The word of the texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String path() {
        return "/" + word();
    }

    public String icon() {
        return icon;
    }

    public String key() {
        return key;
    }
}

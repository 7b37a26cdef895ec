package hotline.web;

import hotline.agent.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A page that the frame of every page links to, for who may see it. Its key is its place in the list. */
public enum Place {
    DESK("talking", Role.AGENT),
    QUEUE("waiting", Role.AGENT),
    TICKETS("ticket", Role.AGENT),
    WALLBOARD("board", Role.AGENT),
    SUPERVISOR("people", Role.SUPERVISOR),
    REPORTS("chart", Role.SUPERVISOR),
    SETTINGS("settings", Role.SUPERVISOR);

    private final String icon;
    private final Role role;

    Place(String icon, Role role) {
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
        return Integer.toString(ordinal() + 1);
    }
}

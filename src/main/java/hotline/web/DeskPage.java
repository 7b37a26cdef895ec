package hotline.web;

import hotline.store.Changes;
import hotline.ticket.Voicemails;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The desk of one agent in one browser, as it lives. */
final class DeskPage implements LivePage {
    private final Visitor visitor;
    private final Visitors visitors;
    private final DeskParts desk;
    private final Clock clock;

    DeskPage(Visitor visitor, Visitors visitors, DeskParts desk, Clock clock) {
        this.visitor = visitor;
        this.visitors = visitors;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String username() {
        return visitor.signedIn().username();
    }

    /** Of other agents too: whom a caller can be handed to. */
    @Override
    public boolean concerns(String topic) {
        return topic.equals(Changes.EVERYTHING)
                || topic.equals("queue")
                || topic.equals(Voicemails.TOPIC)
                || topic.startsWith("agent:");
    }

    @Override
    public boolean isAllowed() {
        return visitor.session().flatMap(visitors::findSignedIn).isPresent();
    }

    @Override
    public Map<String, Supplier<String>> parts() {
        DeskView view = desk.read(visitor);
        Map<String, Supplier<String>> parts = new LinkedHashMap<>();
        for (String part : DeskParts.quick()) {
            parts.put(part, () -> desk.render(part, view));
        }
        parts.put("known", () -> desk.renderKnown(username(), view));
        return parts;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}

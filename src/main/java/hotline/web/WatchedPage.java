package hotline.web;

import hotline.store.Changes;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A page that shows the queue and the agents, in one browser, as it lives. */
final class WatchedPage implements LivePage {
    private final Visitor visitor;
    private final PageKit kit;
    private final Function<Visitor, Map<String, Supplier<String>>> parts;

    WatchedPage(Visitor visitor, PageKit kit, Function<Visitor, Map<String, Supplier<String>>> parts) {
        this.visitor = visitor;
        this.kit = kit;
        this.parts = parts;
    }

    @Override
    public String username() {
        return visitor.signedIn().username();
    }

    @Override
    public boolean concerns(String topic) {
        return topic.equals(Changes.EVERYTHING) || topic.equals("queue") || topic.startsWith("agent:");
    }

    @Override
    public boolean isAllowed() {
        return visitor.session()
                .flatMap(kit.visitors()::findSignedIn)
                .filter(agent -> agent.role() == visitor.signedIn().role())
                .isPresent();
    }

    @Override
    public Map<String, Supplier<String>> parts() {
        return parts.apply(visitor);
    }

    @Override
    public Instant now() {
        return kit.clock().instant();
    }
}

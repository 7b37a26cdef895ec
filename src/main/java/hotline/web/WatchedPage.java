package hotline.web;

import hotline.store.Changes;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A page that is watched by somebody signed in, in one browser. */
final class WatchedPage implements LivePage {
    private final Visitor visitor;
    private final PageKit kit;
    private final Predicate<String> topics;
    private final Function<Visitor, Map<String, Supplier<String>>> parts;

    /**
     * @param topics those that can change what the page shows
     * @param parts reads them, for this reader
     */
    WatchedPage(
            Visitor visitor,
            PageKit kit,
            Predicate<String> topics,
            Function<Visitor, Map<String, Supplier<String>>> parts) {
        this.visitor = visitor;
        this.kit = kit;
        this.topics = topics;
        this.parts = parts;
    }

    @Override
    public String username() {
        return visitor.signedIn().username();
    }

    @Override
    public boolean concerns(String topic) {
        return topic.equals(Changes.EVERYTHING) || topics.test(topic);
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

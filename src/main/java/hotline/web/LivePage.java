package hotline.web;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** What a page that is open shows, and for how long it may. */
interface LivePage {
    String username();

    /** Whether a change of this topic can change what the page shows. */
    boolean concerns(String topic);

    /** Whether whoever opened the page is still signed in; also says that they are still there. */
    boolean isAllowed();

    /** The page's parts, in the order in which they matter: by name, how to make each part's HTML as it is now. */
    Map<String, Supplier<String>> parts();

    Instant now();
}

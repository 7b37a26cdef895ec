package hotline.web;

import java.time.Instant;
import java.util.Map;

/** What a page that is open shows, and for how long it may. */
interface LivePage {
    String username();

    /** Whether a change of this topic can change what the page shows. */
    boolean concerns(String topic);

    /** Whether whoever opened the page is still signed in; also says that they are still there. */
    boolean isAllowed();

    /** The page's parts as they are now: HTML by the part's name. */
    Map<String, String> parts();

    Instant now();
}

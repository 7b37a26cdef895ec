package hotline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hotline.agent.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** What tests of the pages share: a site with people, and signing in there. */
abstract class PageBrowserTest extends InBrowserTest {
    final TestSite site;

    PageBrowserTest() {
        this(new WebSettings(false, Optional.of(TestSite.TOKEN)));
    }

    PageBrowserTest(WebSettings settings) {
        site = new TestSite(Clock.systemUTC(), settings, List.of())
                .withAgent("ani", Role.AGENT)
                .withAgent("sari", Role.SUPERVISOR)
                .withSampleCaller();
    }

    @AfterEach
    void close() {
        site.close();
    }

    void signIn(Page page) {
        signIn(page, "ani");
    }

    void signIn(Page page, String username) {
        signIn(page, site.url("/").toString(), username, TestSite.PASSWORD);
    }

    /** Signed in, and at a page of this path. */
    Page openAs(String username, String path) {
        Page page = open(1440, ColorScheme.LIGHT, "id-ID");
        signIn(page, username);
        page.navigate(site.url(path).toString());
        return page;
    }

    /** The same for a picture: in the reader's language, and where axe can look at it. */
    Page openAs(String username, String path, int width, ColorScheme colors, String locale) {
        Page page = openForAxe(width, colors, locale);
        signIn(page, username);
        if (locale.startsWith("en")) {
            page.locator("button[lang=en]").click();
        }
        page.navigate(site.url(path).toString());
        return page;
    }

    static String named(String page, int width, ColorScheme colors) {
        return page + "-" + width + "-" + colors.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A page on which axe finds nothing (WCAG 2.2 AA and its best practices). */
    static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
    }
}

package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import hotline.agent.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
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
        closePages();
        site.close();
    }

    /** A reader of a page and the ways in which it looks to them; the two of them see every width in every color. */
    enum Reader {
        INDONESIAN("id-ID", new Look(1440, ColorScheme.LIGHT), new Look(390, ColorScheme.DARK)),
        ENGLISH("en-US", new Look(1440, ColorScheme.DARK), new Look(390, ColorScheme.LIGHT));

        final String locale;
        final List<Look> looks;

        Reader(String locale, Look... looks) {
            this.locale = locale;
            this.looks = List.of(looks);
        }
    }

    record Look(int width, ColorScheme colors) {
        String named(String page) {
            return page + "-" + width + "-" + colors.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Signed in as Ani, and at her desk. */
    Page openDesk() {
        Page page = openAs("ani", "/desk");
        assertThat(page.locator("#presence")).isVisible();
        return page;
    }

    /** Signed in, and at a page of this path. */
    Page openAs(String username, String path) {
        return arrive(open(1440, ColorScheme.LIGHT, "id-ID"), username, path);
    }

    /** The same in the reader's language, and where axe can look at it. */
    Page openAs(String username, String path, Reader reader) {
        Look first = reader.looks.get(0);
        Page page = openForAxe(first.width(), first.colors(), reader.locale);
        cookie(page, "hotline-language", reader.locale.substring(0, 2));
        return arrive(page, username, path);
    }

    /** With the session of somebody who has shown their password before. */
    Page arrive(Page page, String username, String path) {
        cookie(page, "hotline-session", site.signedIn(username));
        page.navigate(site.url(path).toString());
        return page;
    }

    /** Presses a key once the page's script listens for it; one pressed sooner goes nowhere. */
    static void press(Page page, String key) {
        page.waitForLoadState();
        page.keyboard().press(key);
    }

    private void cookie(Page page, String name, String value) {
        page.context()
                .addCookies(List.of(new Cookie(name, value).setUrl(site.url("/").toString())));
    }

    /** The page fits, axe finds nothing, and there is a picture of it, in each way in which it looks to this reader. */
    static void look(Page page, Reader reader, String name) {
        reader.looks.forEach(look -> look(page, look, name));
        apply(page, reader.looks.get(0));
    }

    static void look(Page page, Look look, String name) {
        apply(page, look);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits %d px", name, look.width())
                .isEqualTo(true);
        assertThat(Axe.findings(page)).as(look.named(name)).isEmpty();
        shootAll(page, look.named(name));
    }

    private static void apply(Page page, Look look) {
        page.setViewportSize(look.width(), look.width() > 1000 ? 900 : 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.colors()));
    }

    /**
     * Looks at a page with axe: WCAG 2.2 AA and its best practices. Runs axe in the page itself; its own builder opens another
     * page each time to gather what frames found, and our pages have none.
     */
    private static final class Axe {
        private static final String SCRIPT = read();

        /** What is wrong, each with its rule and where. */
        static List<String> findings(Page page) {
            if (page.evaluate("typeof axe").equals("undefined")) {
                page.evaluate(SCRIPT);
            }
            List<?> found = (List<?>) page.evaluate("""
                    async () => (await axe.run({ resultTypes: ['violations'] })).violations.flatMap((rule) =>
                      rule.nodes.map((node) => `${rule.id} at ${node.target}: ${node.failureSummary}`))""");
            return found.stream().map(String::valueOf).toList();
        }

        private static String read() {
            try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
                return new String(script.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

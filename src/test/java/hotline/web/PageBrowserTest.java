package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import hotline.agent.Role;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** What tests in headless Chromium share. Pages that complain on the console fail their test. */
abstract class PageBrowserTest {
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** A page that is right is right at once; this is for machines that do other things as well. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static Playwright playwright;
    private static Browser browser;

    final TestSite site;
    final List<String> complaints = new ArrayList<>();

    PageBrowserTest() {
        this(new WebSettings(false, Optional.of(TestSite.TOKEN)));
    }

    PageBrowserTest(WebSettings settings) {
        site = new TestSite(Clock.systemUTC(), settings, List.of())
                .withAgent("ani", Role.AGENT)
                .withAgent("sari", Role.SUPERVISOR)
                .withSampleCaller();
    }

    @BeforeAll
    static void launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT.toMillis());
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(QUIETLY));
    }

    @AfterAll
    static void quit() {
        playwright.close();
    }

    @AfterEach
    void close() {
        site.close();
        assertThat(complaints).isEmpty();
    }

    /** A page of a browser of its own, in the languages and colors of its reader. */
    Page open(int width, ColorScheme colors, String locale) {
        return open(width, colors, locale, false);
    }

    /** The same without our content security policy: axe runs as a script of the page, which the policy forbids. */
    Page openForAxe(int width, ColorScheme colors, String locale) {
        return open(width, colors, locale, true);
    }

    private Page open(int width, ColorScheme colors, String locale, boolean withoutPolicy) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width > 1000 ? 900 : 844)
                .setColorScheme(colors)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Asia/Jakarta")
                .setLocale(locale)
                .setBypassCSP(withoutPolicy));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    void signIn(Page page) {
        signIn(page, "ani");
    }

    void signIn(Page page, String username) {
        page.navigate(site.url("/").toString());
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestSite.PASSWORD);
        page.locator("form.card button").click();
        assertThat(page.locator("#presence")).isVisible();
        page.waitForLoadState(); // until then its script has not run, and no key does anything
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

    /** A picture of the whole page. */
    void shootAll(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    static String named(String page, int width, ColorScheme colors) {
        return page + "-" + width + "-" + colors.name().toLowerCase(java.util.Locale.ROOT);
    }

    void shoot(Page page, String name) {
        Page.ScreenshotOptions file = new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png"));
        try {
            page.screenshot(file);
        } catch (PlaywrightException e) {
            page.screenshot(file); // Chromium without a screen now and then has no frame to give at the first asking
        }
    }

    /** A page on which axe finds nothing (WCAG 2.2 AA and its best practices). */
    static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
    }
}

package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Headless Chromium, whatever serves the pages. Pages that complain on the console fail their test. */
public abstract class InBrowserTest {
    /** A page that is right is right at once; this is for machines that do other things as well. */
    protected static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** What tests of pages have no use for; a process for each site, and one more in reserve, takes a third of the processor. */
    private static final List<String> QUIETLY = List.of(
            "--disable-site-isolation-trials",
            "--process-per-site",
            "--renderer-process-limit=1",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** What the pages have said on their consoles and should not have. */
    protected final List<String> complaints = new ArrayList<>();

    private final List<BrowserContext> contexts = new ArrayList<>();

    /** One for all tests of this process, each of which has contexts of its own in it; ends with the process. */
    private static final class Chromium {
        static final Browser RUNNING = launch();

        private static Browser launch() {
            PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT.toMillis());
            return Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                            .setArgs(QUIETLY));
        }
    }

    @AfterEach
    void noPageComplained() {
        closePages();
        assertThat(complaints).isEmpty();
    }

    /** Live pages that stay open would ask for their server until the process ends. */
    protected final void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    /** A page of a browser of its own, in the languages and colors of its reader. */
    protected final Page open(int width, ColorScheme colors, String locale) {
        return open(width, colors, locale, false);
    }

    /** The same without our content security policy: axe runs as a script of the page, which the policy forbids. */
    protected final Page openForAxe(int width, ColorScheme colors, String locale) {
        return open(width, colors, locale, true);
    }

    private Page open(int width, ColorScheme colors, String locale, boolean withoutPolicy) {
        BrowserContext context = Chromium.RUNNING.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width > 1000 ? 900 : 844)
                .setColorScheme(colors)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Asia/Jakarta")
                .setLocale(locale)
                .setBypassCSP(withoutPolicy));
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** Signs in at the front door, and waits for the desk. */
    protected static void signIn(Page page, String frontDoor, String username, String password) {
        page.navigate(frontDoor);
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("form.card button").click();
        assertThat(page.locator("#presence")).isVisible();
        page.waitForLoadState(); // until then its script has not run, and no key does anything
    }

    /** A picture of the whole page. */
    protected static void shootAll(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** A picture of what is seen of the page. */
    protected static void shoot(Page page, String name) {
        Page.ScreenshotOptions file = new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png"));
        try {
            page.screenshot(file);
        } catch (PlaywrightException e) {
            page.screenshot(file); // Chromium without a screen now and then has no frame to give at the first asking
        }
    }
}

package hotline;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Says loudly that the tests of the pages in a browser were left out, and fails where they must not be: in CI. */
class BrowserIsThereTest {
    private static final String LEFT_OUT =
            "NO BROWSER: the tests of the pages in Chromium are left out. Install Debian's package chromium, or run"
                    + " mvn verify -Pbrowser -Dchromium=/path/to/chromium";

    @Test
    void the_pages_are_tested_in_a_real_browser() {
        boolean compiled = isThere("com.microsoft.playwright.Playwright");
        if (!compiled && "true".equals(System.getenv("CI"))) {
            fail(LEFT_OUT);
        }
        if (!compiled) {
            System.err.println(LEFT_OUT);
        }
        assumeTrue(compiled, LEFT_OUT);
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}

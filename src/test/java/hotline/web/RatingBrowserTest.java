package hotline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page behind the link in a customer's text message. */
class RatingBrowserTest extends PageBrowserTest {
    @ParameterizedTest
    @EnumSource
    void a_customer_rates_with_one_tap_and_may_add_words(Reader reader) {
        String token = site.ratedConversation();
        Page page = openForAxe(390, ColorScheme.LIGHT, reader.locale);
        Response response = page.navigate(site.url("/r/" + token).toString());
        Assertions.assertThat(response.body().length).isLessThan(30_000);
        assertThat(page.locator("h1")).hasText("Bagaimana percakapan Anda dengan Ani?");
        assertThat(page.locator(".scores button")).hasCount(5);
        look(page, reader, "rating");
        page.locator(".scores button[value='4']").click();
        assertThat(page.locator("h1")).hasText("Terima kasih atas penilaian Anda.");
        look(page, reader, "rating-thanks");
        page.locator("#note").fill("Cepat dan ramah.");
        page.locator("form button").click();
        assertThat(page.locator(".lead")).hasText("Pesan Anda juga sudah kami terima.");
    }

    @Test
    void a_link_that_is_none_says_so() {
        Page page = open(390, ColorScheme.LIGHT, "id-ID");
        page.navigate(site.url("/r/nothing").toString());
        assertThat(page.locator("h1")).hasText("Tautan ini sudah tidak berlaku");
        complaints.clear(); // the browser's own, about the 404
    }
}

package hotline.order;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static hotline.order.Samples.BUDI;
import static hotline.order.Samples.JSON;
import static hotline.order.Samples.RINA;
import static hotline.order.Samples.TODAY;
import static hotline.order.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import hotline.flow.Answer;
import hotline.flow.Question;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class ShopOrdersTest {
    private static final String KEYS = "24051222233344";
    private static final String BY_KEYS = "/hotline/orders?keys=" + KEYS;
    private static final String BY_PHONE = "/hotline/orders?phone=%2B6281234567890&limit=20";
    /** More than a busy machine needs, and less than two waits one after the other. */
    private static final Duration PATIENT = Duration.ofSeconds(5);

    private static final Order RINAS = shipped("240512ABCDEFGH", RINA, 3);

    @RegisterExtension
    static final WireMockExtension SHOP = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    @Test
    void an_order_is_asked_for_by_its_number() {
        SHOP.stubFor(get(urlEqualTo("/hotline/orders/240512ABCDEFGH")).willReturn(okJson(json(RINAS))));
        assertThat(shop().find(RINAS.number())).contains(RINAS);
        SHOP.verify(getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer sesame")));
    }

    @Test
    void without_a_token_none_is_sent() {
        SHOP.stubFor(get(anyUrl()).willReturn(okJson("[]")));
        new ShopOrders(settings(Optional.empty(), PATIENT), JSON).listByKeys("1");
        SHOP.verify(getRequestedFor(anyUrl()).withHeader("Authorization", absent()));
    }

    @Test
    void an_order_that_the_shop_does_not_have_is_none() {
        SHOP.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
        assertThat(shop().find(RINAS.number())).isEmpty();
    }

    @Test
    void keys_and_phone_are_asked_for_at_once_in_the_time_of_one() {
        SHOP.stubFor(get(urlEqualTo(BY_KEYS))
                .willReturn(okJson("[" + json(RINAS) + "]").withFixedDelay(3_000)));
        SHOP.stubFor(get(urlEqualTo(BY_PHONE)).willReturn(okJson("[]").withFixedDelay(3_000)));
        assertThat(shop().match(KEYS, Optional.of(RINA)))
                .isEqualTo(new OrderDirectory.Matches(List.of(RINAS), List.of()));
    }

    @Test
    void a_bad_order_does_not_harm_the_others() {
        String orders =
                "[{\"number\": \"A1\"}, 7, null, {\"number\": \"240512BBCDEFGH\", \"status\": \"shipped\", \"placedAt\": 5}, "
                        + json(RINAS) + "]";
        SHOP.stubFor(get(urlEqualTo(BY_KEYS)).willReturn(okJson(orders)));
        assertThat(shop().listByKeys(KEYS)).containsExactly(RINAS);
    }

    @Test
    void orders_that_were_not_asked_for_are_told_to_nobody() {
        String orders = "[" + json(RINAS) + "," + json(shipped("B1", BUDI, 1)) + "]";
        SHOP.stubFor(get(anyUrl()).willReturn(okJson(orders)));
        assertThat(shop().listNewest(RINA, 20)).containsExactly(RINAS);
        assertThat(shop().listByKeys("21")).extracting(Order::number).containsExactly(OrderNumber.of("B1"));
    }

    @Test
    void more_than_was_asked_for_is_cut_to_the_newest() {
        String orders = "[" + json(shipped("A1", RINA, 9)) + "," + json(shipped("A2", RINA, 1)) + "]";
        SHOP.stubFor(get(anyUrl()).willReturn(okJson(orders)));
        assertThat(shop().listNewest(RINA, 1)).extracting(Order::number).containsExactly(OrderNumber.of("A2"));
    }

    static Stream<Named<ResponseDefinitionBuilder>> troubles() {
        return Stream.of(
                Named.of("slow to begin", okJson("[]").withFixedDelay(60_000)),
                Named.of("slow to end", okJson("[" + " ".repeat(500) + "]").withChunkedDribbleDelay(20, 60_000)),
                Named.of("404 for a list", aResponse().withStatus(404)),
                Named.of("401", aResponse().withStatus(401)),
                Named.of("500", aResponse().withStatus(500)),
                Named.of("a redirect", aResponse().withStatus(302).withHeader("Location", "/elsewhere")),
                Named.of("a page", aResponse().withBody("<html>Welcome</html>")),
                Named.of("half of the JSON", okJson("[{\"number\": \"1\"")),
                Named.of("nothing", okJson("")),
                Named.of("an object", okJson("{\"orders\": []}")),
                Named.of("deep nesting", okJson("[".repeat(100_000))),
                Named.of("too much", okJson("[" + " ".repeat(2_000_000) + "]")),
                Named.of("a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Named.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Named.of("an early end", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void in_trouble_the_flow_is_told_in_time_that_orders_are_unavailable(ResponseDefinitionBuilder trouble) {
        SHOP.stubFor(get(anyUrl()).willReturn(trouble));
        ShopOrders shop = new ShopOrders(settings(Optional.empty(), Duration.ofSeconds(1)), JSON);
        OrderAnswers answers = new OrderAnswers(shop, List::of, new OrderFacts(Samples.WIB));
        assertThat(answers.answer(new Question.FindOrder(KEYS), Optional.of(RINA), TODAY))
                .isEqualTo(Answer.of("unavailable"));
    }

    @Test
    void a_shop_that_is_down_is_unavailable() {
        URI nobody = URI.create("http://127.0.0.1:1/");
        ShopOrders shop = new ShopOrders(ShopOrders.Settings.of(nobody, Optional.empty()), JSON);
        assertThatThrownBy(() -> shop.listNewest(RINA, 1))
                .isInstanceOf(OrdersUnavailableException.class)
                .hasMessageContaining("shop orders at 127.0.0.1");
    }

    @Test
    void after_failures_in_a_row_the_shop_is_left_alone_and_then_tried_again() {
        SHOP.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));
        ShopOrders shop = shop();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> shop.listByKeys(KEYS)).hasMessageContaining("status 500");
        }
        assertThatThrownBy(() -> shop.listByKeys(KEYS)).hasMessageContaining("left alone after failures");
        SHOP.verify(3, getRequestedFor(anyUrl()));

        SHOP.stubFor(get(anyUrl()).willReturn(okJson("[" + json(RINAS) + "]")));
        await().pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(shop.listByKeys(KEYS)).containsExactly(RINAS));
        assertThat(shop.listByKeys(KEYS)).containsExactly(RINAS);
    }

    @Test
    void a_success_in_between_keeps_the_shop_in_use() {
        ShopOrders shop = shop();
        for (int i = 0; i < 4; i++) {
            SHOP.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));
            assertThatThrownBy(() -> shop.listByKeys(KEYS)).hasMessageContaining("status 500");
            assertThatThrownBy(() -> shop.listByKeys(KEYS)).hasMessageContaining("status 500");
            SHOP.stubFor(get(anyUrl()).willReturn(okJson("[]")));
            assertThat(shop.listByKeys(KEYS)).isEmpty();
        }
    }

    @Test
    void neither_the_token_nor_the_path_is_ever_printed() {
        URI secret = URI.create("https://user:pass@shop.example/key-123");
        assertThat(ShopOrders.Settings.of(secret, Optional.of("sesame")).toString())
                .isEqualTo("shop orders at shop.example");
    }

    private static ShopOrders shop() {
        return new ShopOrders(settings(Optional.of("sesame"), PATIENT), JSON);
    }

    private static ShopOrders.Settings settings(Optional<String> token, Duration timeout) {
        URI url = URI.create(SHOP.baseUrl() + "/hotline/");
        return new ShopOrders.Settings(url, token, timeout, 1_000_000, 3, Duration.ofMillis(300));
    }

    private static String json(Order order) {
        return JSON.write(order).toString();
    }
}

package hotline.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The shop's API as described is the one that is asked. */
class ShopOrdersDocumentTest {
    private final Object document = load();

    @Test
    void it_describes_the_two_paths_that_are_asked() {
        assertThat(keys(at("paths"))).containsExactlyInAnyOrder("/orders/{number}", "/orders");
    }

    @Test
    void its_statuses_are_the_ones_that_are_read() {
        assertThat(at("components", "schemas", "Order", "properties", "status", "enum"))
                .isEqualTo(Arrays.stream(OrderStatus.values())
                        .map(OrderStatus::word)
                        .toList());
    }

    @Test
    void its_fields_are_the_ones_that_are_written_and_read() {
        Order order = Samples.order("240512ABCDEFGH", Optional.of(Samples.RINA), OrderStatus.DELIVERED, 1);
        List<String> written = new ArrayList<>();
        Samples.JSON.write(order).fieldNames().forEachRemaining(written::add);
        written.add("deliveredAt");
        assertThat(keys(at("components", "schemas", "Order", "properties")))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private Object at(String... path) {
        Object node = document;
        for (String key : path) {
            node = map(node).get(key);
        }
        return node;
    }

    private static List<String> keys(Object node) {
        return map(node).keySet().stream().map(String::valueOf).toList();
    }

    private static Map<?, ?> map(Object node) {
        return (Map<?, ?>) node;
    }

    private static Object load() {
        try {
            String text = Files.readString(Path.of("docs/shop-orders-api.yaml"));
            return new Load(LoadSettings.builder().build()).loadFromString(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package hotline.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.failsafe.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** GET requests to the shop, in bounded time and space, behind a circuit breaker. */
final class ShopApi {
    private static final Logger LOG = LoggerFactory.getLogger(ShopApi.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ShopOrders.Settings settings;
    private final HttpClient http;
    private final CircuitBreaker<Object> breaker;

    ShopApi(ShopOrders.Settings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
        this.breaker = CircuitBreaker.builder()
                .withFailureThreshold(settings.failuresInRow())
                .withDelay(settings.pause())
                .onOpen(e -> LOG.warn(
                        "{}: no answer; asked again in {} s",
                        settings,
                        settings.pause().toSeconds()))
                .onClose(e -> LOG.info("{}: answers again", settings))
                .build();
    }

    /**
     * Asks for all of these at once.
     *
     * @param targets paths with their queries, under the shop's URL
     * @return the JSON of each; a missing node where the shop answered 404
     * @throws OrdersUnavailableException if not all of them are there in time
     */
    List<JsonNode> get(List<String> targets) {
        if (!breaker.tryAcquirePermit()) {
            throw new OrdersUnavailableException(settings + ": left alone after failures", null);
        }
        try {
            List<JsonNode> answers = await(targets.stream().map(this::send).toList());
            breaker.recordSuccess();
            return answers;
        } catch (RuntimeException e) {
            // Whatever it was: a permit that is not given back would keep the breaker half open for ever.
            breaker.recordFailure();
            throw e;
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> send(String target) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + target))
                .timeout(settings.timeout())
                .header("Accept", "application/json");
        settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return http.sendAsync(request.build(), LimitedBody.of(settings.mostBytes()));
    }

    private String base() {
        String url = settings.url().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The client's own time-out ends with the headers; this one counts the bodies, too. */
    private List<JsonNode> await(List<CompletableFuture<HttpResponse<byte[]>>> exchanges) {
        CompletableFuture<Void> all = CompletableFuture.allOf(exchanges.toArray(CompletableFuture[]::new));
        try {
            all.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return exchanges.stream()
                    .map(CompletableFuture::join)
                    .map(this::json)
                    .toList();
        } catch (TimeoutException e) {
            throw new OrdersUnavailableException(
                    settings + ": no answer within " + settings.timeout().toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new OrdersUnavailableException(settings + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OrdersUnavailableException(settings + ": interrupted", e);
        } finally {
            exchanges.forEach(exchange -> exchange.cancel(true));
        }
    }

    private JsonNode json(HttpResponse<byte[]> response) {
        if (response.statusCode() == 404) {
            return MissingNode.getInstance();
        }
        if (response.statusCode() != 200) {
            throw new OrdersUnavailableException(settings + ": status " + response.statusCode(), null);
        }
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new OrdersUnavailableException(settings + ": the answer is not JSON", null);
        }
    }
}

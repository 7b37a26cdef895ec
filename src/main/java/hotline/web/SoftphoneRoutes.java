package hotline.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hotline.agent.Agent;
import hotline.phone.BrowserPhone;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** The softphone on the desk: only of who is rung in their browser, and each only their own. */
final class SoftphoneRoutes {
    private final Optional<Softphone.OfCarrier> carrier;
    private final Optional<Softphone.OnPage> page;
    private final Visitors visitors;

    SoftphoneRoutes(WebParts parts, Visitors visitors) {
        Optional<Softphone> softphone = parts.settings().softphone();
        this.carrier = softphone.filter(Softphone.OfCarrier.class::isInstance).map(Softphone.OfCarrier.class::cast);
        this.page = softphone.filter(Softphone.OnPage.class::isInstance).map(Softphone.OnPage.class::cast);
        this.visitors = visitors;
    }

    void register(RoutesConfig routes) {
        routes.post("/desk/softphone-token", this::giveToken, Access.AGENT);
    }

    private void giveToken(Context ctx) {
        Agent agent = visitors.of(ctx).signedIn();
        String token = carrier.flatMap(softphone ->
                        browser(agent).map(phone -> softphone.tokens().apply(phone)))
                .orElseThrow(() -> ProblemException.notFound(""));
        ctx.json(JsonNodeFactory.instance.objectNode().put("token", token));
    }

    /** Whether the desk of this agent has the carrier's softphone on it; then the page must be let reach the carrier. */
    boolean isFor(Agent agent) {
        return carrier.isPresent() && browser(agent).isPresent();
    }

    /** The address of the page on which this agent's browser is rung, if it has one. */
    Optional<String> findPage(Agent agent) {
        return page.flatMap(
                network -> browser(agent).map(phone -> network.of(phone).toString()));
    }

    private static Optional<BrowserPhone> browser(Agent agent) {
        return agent.endpoint().filter(BrowserPhone.class::isInstance).map(BrowserPhone.class::cast);
    }
}

package hotline.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hotline.agent.Agent;
import hotline.phone.BrowserPhone;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** The softphone on the desk: only of who is rung in their browser, and each only their own. */
final class SoftphoneRoutes {
    private final Optional<Softphone> softphone;
    private final Visitors visitors;

    SoftphoneRoutes(WebParts parts, Visitors visitors) {
        this.softphone = parts.settings().softphone();
        this.visitors = visitors;
    }

    void register(RoutesConfig routes) {
        routes.post("/desk/softphone-token", this::giveToken, Access.AGENT);
    }

    private void giveToken(Context ctx) {
        Agent agent = visitors.of(ctx).signedIn();
        String token = softphone
                .flatMap(phone -> browser(agent).map(phone::token))
                .orElseThrow(() -> ProblemException.notFound(""));
        ctx.json(JsonNodeFactory.instance.objectNode().put("token", token));
    }

    /** Whether the desk of this agent has a softphone on it; then the page must be let reach the carrier. */
    boolean isFor(Agent agent) {
        return softphone.isPresent() && browser(agent).isPresent();
    }

    private static Optional<BrowserPhone> browser(Agent agent) {
        return agent.endpoint().filter(BrowserPhone.class::isInstance).map(BrowserPhone.class::cast);
    }
}

package hotline.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.EndpointMetadata;
import io.javalin.security.Roles;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters that a route of the API takes in its address; a route that has none of these takes none. One that is
 * misspelt is refused: left out, a filter would give everything.
 */
record QueryParameters(List<String> names) implements EndpointMetadata {
    /** A route for programs that takes these parameters. */
    static Endpoint get(String path, Handler handler, String... names) {
        return Endpoint.create(HandlerType.GET, path)
                .addMetadata(new Roles(Set.of(Access.PROGRAM)))
                .addMetadata(new QueryParameters(List.of(names)))
                .handler(handler);
    }

    /**
     * To stand before every route of the API. HEAD has no route of its own: it is answered without asking any.
     *
     * @throws ProblemException when the address has a parameter that the route does not take
     */
    static void refuseUnknown(Context ctx) {
        Optional.ofNullable(ctx.endpoints().matchedHttpEndpoint()).ifPresent(route -> refuseUnknown(ctx, of(route)));
    }

    private static void refuseUnknown(Context ctx, List<String> known) {
        for (String name : ctx.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                throw ProblemException.badRequest(
                        "There is no parameter \"" + name + "\" here" + Choice.hint(name, "parameters", known));
            }
        }
    }

    private static List<String> of(Endpoint route) {
        return Optional.ofNullable(route.metadata(QueryParameters.class))
                .map(QueryParameters::names)
                .orElse(List.of());
    }
}

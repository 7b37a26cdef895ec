package hotline.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;

/** Puts everything of this package on a server: pages, API, health, and what stands before and behind them. */
public final class WebRoutes implements AutoCloseable {
    private final WebParts parts;
    private final PageStreams streams;

    public WebRoutes(WebParts parts) {
        this.parts = parts;
        this.streams = new PageStreams(parts.storage().changes());
    }

    /** Registers the routes; once, inside {@code Javalin.create}. */
    public void register(JavalinConfig config) {
        Cookies cookies = new Cookies(parts.settings().https());
        Visitors visitors = new Visitors(parts, cookies);
        Pages pages = new Pages(visitors);
        config.jsonMapper(new JavalinJackson(JsonBody.mapper(), false));
        config.http.prefer405over404 = true;
        config.contextResolver.ip = new ClientAddress(parts.settings().trustedProxies())::of;
        config.requestLogger.http(new RequestMetrics(parts.watch().metrics()));
        addFiles(config, "assets");
        addFiles(config, "vendor");
        new StyleSheet().register(config.routes);
        config.routes.before(new SecurityHeaders(parts.settings().https()));
        config.routes.beforeMatched(
                new Gate(visitors, new ApiToken(parts.settings().apiToken())));
        new Errors(pages).register(config.routes);
        new HealthRoutes(parts).register(config.routes);
        SoftphoneRoutes softphone = new SoftphoneRoutes(parts, visitors);
        SignInRoutes signIn = new SignInRoutes(parts, visitors, cookies, pages);
        signIn.register(config.routes);
        parts.settings()
                .openId()
                .map(openId -> new OpenIdRoutes(parts, openId, visitors, cookies, signIn))
                .ifPresent(routes -> routes.register(config.routes));
        softphone.register(config.routes);
        new AccountRoutes(parts, visitors, cookies, pages).register(config.routes);
        AgentPage agent = new AgentPage(parts, visitors, pages);
        new AgentSettings(parts, visitors, pages, agent).register(config.routes);
        new AgentAccessSettings(parts, agent).register(config.routes);
        new DispositionSettings(parts, visitors, pages).register(config.routes);
        new AuditSettings(parts, visitors, pages).register(config.routes);
        new ApiRoutes(parts).register(config.routes);
        new RatingRoutes(parts, visitors, pages).register(config.routes);
        new CallRoutes(parts, visitors).register(config.routes);
        new VoicemailRoutes(parts, visitors).register(config.routes);
        new DeskRoutes(parts, visitors, pages, streams, softphone).register(config.routes);
        PageKit kit = new PageKit(visitors, pages, streams, parts.storage().clock());
        new QueueRoutes(parts, kit).register(config.routes);
        new TicketListRoutes(parts, kit).register(config.routes);
        new TicketRoutes(parts, kit).register(config.routes);
        new WallboardRoutes(parts, kit).register(config.routes);
        new SupervisorRoutes(parts, kit).register(config.routes);
        new ReportRoutes(parts, kit).register(config.routes);
        new FlowRoutes(parts, kit).register(config.routes);
        new IncidentRoutes(parts, kit).register(config.routes);
        new DraftRoutes(parts, kit).register(config.routes);
        new EditorRoutes(parts, kit).register(config.routes);
        new HistoryRoutes(parts, kit).register(config.routes);
        config.events.serverStopping(this::close);
    }

    private static void addFiles(JavalinConfig config, String folder) {
        config.staticFiles.add(files -> {
            files.hostedPath = "/" + folder;
            files.directory = "/web/" + folder;
            files.location = Location.CLASSPATH;
            files.headers = java.util.Map.of(); // ours are set for every answer
        });
    }

    /** Ends every live page, so that the server can stop. */
    @Override
    public void close() {
        streams.close();
    }
}

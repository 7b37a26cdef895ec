package hotline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hotline.agent.Accounts;
import hotline.agent.Agent;
import hotline.agent.Agents;
import hotline.agent.NewAgent;
import hotline.agent.Passwords;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.phone.Endpoint;
import hotline.phone.Language;
import hotline.queue.Acd;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /agents}: who answers, and whether they are there. */
final class AgentApi {
    /** In the audit trail. */
    private static final String BY = "api";

    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_REASON = 120;

    /** {@code PUT /agents/{username}}. */
    record AgentBody(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String sip,
            @Nullable String reachedBy,
            @Nullable List<String> languages,
            @Nullable List<String> skills,
            @Nullable String role,
            @Nullable String password) {}

    /** {@code PUT /agents/{username}/presence}. */
    record PresenceBody(@Nullable String presence, @Nullable String reason) {}

    /** {@code POST /agents/{username}/wrap-up}. */
    record WrapUpBody(
            @Nullable String disposition, @Nullable String note) {}

    private final Database database;
    private final Writer writer;
    private final Agents agents;
    private final Accounts accounts;
    private final Acd acd;
    private final Clock clock;
    private final Passwords passwords = new Passwords();

    AgentApi(WebParts parts) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.agents = parts.people().agents();
        this.accounts = parts.people().accounts();
        this.acd = parts.line().acd();
        this.clock = parts.storage().clock();
    }

    void register(RoutesConfig routes) {
        routes.get(ApiRoutes.ROOT + "/agents", this::list, Access.PROGRAM);
        routes.get(ApiRoutes.ROOT + "/agents/{username}", this::show, Access.PROGRAM);
        routes.put(ApiRoutes.ROOT + "/agents/{username}", this::put, Access.PROGRAM);
        routes.put(ApiRoutes.ROOT + "/agents/{username}/presence", this::setPresence, Access.PROGRAM);
        routes.post(ApiRoutes.ROOT + "/agents/{username}/wrap-up", this::endWrapUp, Access.PROGRAM);
    }

    private void list(Context ctx) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        database.read(agents::list).forEach(agent -> all.add(AgentJson.write(agent)));
        ctx.json(all);
    }

    private void show(Context ctx) {
        ctx.json(AgentJson.write(get(ctx.pathParam("username"))));
    }

    private void put(Context ctx) {
        AgentBody body = JsonBody.read(ctx, AgentBody.class);
        NewAgent agent = newAgent(ctx.pathParam("username"), body);
        Optional<String> hash =
                Optional.ofNullable(body.password()).map(this::hash); // takes its time: not in the transaction
        boolean known = writer.write(handle -> {
            Instant now = clock.instant();
            boolean before = accounts.save(handle, BY, agent, now);
            acd.dispatcher().match(handle, now); // a new skill may be what somebody waits for
            hash.ifPresent(h -> accounts.setPassword(handle, BY, agent.username(), h, Optional.empty(), now));
            return before;
        });
        ctx.status(known ? HttpStatus.OK : HttpStatus.CREATED).json(AgentJson.write(get(agent.username())));
    }

    private static NewAgent newAgent(String username, AgentBody body) {
        try {
            return new NewAgent(
                    username,
                    JsonBody.required("name", body.name()).strip(),
                    Optional.of(endpoint(username, body)),
                    JsonBody.required("languages", body.languages()).stream()
                            .map(AgentApi::language)
                            .distinct()
                            .toList(),
                    Skills.of(JsonBody.required("skills", body.skills())),
                    role(body.role()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("Refused: " + e.getMessage() + ".");
        }
    }

    private String hash(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw ProblemException.badRequest("The field \"password\" must have " + SHORTEST_PASSWORD + " to "
                    + LONGEST_PASSWORD + " characters.");
        }
        return passwords.hash(password);
    }

    private static Endpoint endpoint(String username, AgentBody body) {
        ReachedBy way = Optional.ofNullable(body.reachedBy())
                .map(word -> ReachedBy.find(word)
                        .orElseThrow(() -> ProblemException.badRequest(
                                "The field \"reachedBy\" must be \"phone\", \"sip\" or \"browser\".")))
                .orElse(body.sip() == null ? ReachedBy.PHONE : ReachedBy.SIP);
        refuseUnless(body.phone() == null || way == ReachedBy.PHONE, "phone", way);
        refuseUnless(body.sip() == null || way == ReachedBy.SIP, "sip", way);
        String written = switch (way) {
            case PHONE -> JsonBody.required("phone", body.phone());
            case SIP -> JsonBody.required("sip", body.sip());
            case BROWSER -> "";
        };
        return way.read(written, username).orElseThrow(() -> ProblemException.badRequest(wanted(way)));
    }

    private static String wanted(ReachedBy way) {
        return switch (way) {
            case PHONE -> "The field \"phone\" must be a number that can be rung, as \"+6281234567890\".";
            case SIP -> "The field \"sip\" must be an address without port or parameters, as \"sip:budi@example.com\".";
            case BROWSER -> "The username cannot be the name of a browser's phone.";
        };
    }

    /** What would be dropped without a word is refused instead. */
    private static void refuseUnless(boolean fits, String field, ReachedBy way) {
        if (!fits) {
            throw ProblemException.badRequest("The field \"" + field + "\" does not go with an agent who is reached by "
                    + way.word() + "; leave it out.");
        }
    }

    private static Language language(String code) {
        if (!code.matches("[a-z]{2}")) {
            throw ProblemException.badRequest(
                    "The field \"languages\" must hold codes of two small letters, as \"id\" or \"en\".");
        }
        return new Language(code);
    }

    /** Admins are made on the server's own command line only. */
    private static Role role(@Nullable String word) {
        return Optional.ofNullable(word)
                .or(() -> Optional.of(Role.AGENT.word()))
                .flatMap(Role::find)
                .filter(role -> role != Role.ADMIN)
                .orElseThrow(
                        () -> ProblemException.badRequest("The field \"role\" must be \"agent\" or \"supervisor\"."));
    }

    private void setPresence(Context ctx) {
        String username = get(ctx.pathParam("username")).username();
        PresenceBody body = JsonBody.read(ctx, PresenceBody.class);
        Presence presence = Presence.find(JsonBody.required("presence", body.presence()))
                .orElseThrow(() -> ProblemException.badRequest(
                        "The field \"presence\" must be \"available\", \"break\" or \"offline\"."));
        Optional<String> reason = Optional.ofNullable(body.reason())
                .filter(text -> !text.isBlank())
                .map(text -> JsonBody.text("reason", text, LONGEST_REASON));
        writer.write(handle -> acd.desk().setPresence(handle, username, presence, reason, clock.instant()));
        ctx.json(AgentJson.write(get(username)));
    }

    private void endWrapUp(Context ctx) {
        String username = get(ctx.pathParam("username")).username();
        WrapUpBody body = JsonBody.read(ctx, WrapUpBody.class);
        String disposition = JsonBody.text("disposition", JsonBody.required("disposition", body.disposition()), 60);
        Optional<String> note = Optional.ofNullable(body.note())
                .filter(text -> !text.isBlank())
                .map(text -> JsonBody.text("note", text, 2000));
        boolean ended =
                writer.write(handle -> acd.desk().endWrapUp(handle, username, disposition, note, clock.instant()));
        if (!ended) {
            throw ProblemException.conflict(
                    "The agent \"" + username + "\" is not in wrap-up, so there is none to end.");
        }
        ctx.json(AgentJson.write(get(username)));
    }

    private Agent get(String username) {
        return database.read(handle -> agents.find(handle, username))
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no agent \"" + username + "\"; PUT /api/v1/agents/" + username + " makes one."));
    }
}

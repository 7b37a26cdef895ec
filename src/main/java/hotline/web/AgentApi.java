package hotline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hotline.agent.Accounts;
import hotline.agent.Agent;
import hotline.agent.Agents;
import hotline.agent.NewAgent;
import hotline.agent.Passwords;
import hotline.agent.Presence;
import hotline.queue.Acd;
import hotline.queue.Disposition;
import hotline.queue.Dispositions;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /agents}: who answers, and whether they are there. */
final class AgentApi {
    /** In the audit trail. */
    private static final String BY = "api";

    private static final int LONGEST_REASON = 120;

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
    private final SkillCheck skills;
    private final Clock clock;
    private final Passwords passwords = new Passwords();
    private final Dispositions dispositions = new Dispositions();

    AgentApi(WebParts parts) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.agents = parts.people().agents();
        this.accounts = parts.people().accounts();
        this.acd = parts.line().acd();
        this.skills = new SkillCheck(acd);
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
        NewAgent agent = body.agent(ctx.pathParam("username"));
        skills.refuseUnknown(agent.skills(), database.read(handle -> agents.find(handle, agent.username())));
        Optional<String> hash = body.checkedPassword().map(passwords::hash); // takes its time: not in the transaction
        boolean known = writer.write(handle -> {
            Instant now = clock.instant();
            boolean before = accounts.save(handle, BY, agent, now);
            acd.dispatcher().match(handle, now); // a new skill may be what somebody waits for
            hash.ifPresent(h -> accounts.setPassword(handle, BY, agent.username(), h, Optional.empty(), now));
            return before;
        });
        ctx.status(known ? HttpStatus.OK : HttpStatus.CREATED).json(AgentJson.write(get(agent.username())));
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
        boolean ended = writer.write(handle -> {
            requireOffered(disposition, dispositions.listActive(handle));
            return acd.desk().endWrapUp(handle, username, disposition, note, clock.instant());
        });
        if (!ended) {
            throw ProblemException.conflict(
                    "The agent \"" + username + "\" is not in wrap-up, so there is none to end.");
        }
        ctx.json(AgentJson.write(get(username)));
    }

    /** One that nobody offers would stand in reports under a code that nobody can read. */
    private static void requireOffered(String code, List<Disposition> offered) {
        if (offered.stream().noneMatch(one -> one.code().equals(code))) {
            throw ProblemException.badRequest("There is no disposition \"" + code + "\"; the dispositions are "
                    + offered.stream().map(Disposition::code).collect(Collectors.joining(", ")) + ".");
        }
    }

    private Agent get(String username) {
        return database.read(handle -> agents.find(handle, username))
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no agent \"" + username + "\"; PUT /api/v1/agents/" + username + " makes one."));
    }
}

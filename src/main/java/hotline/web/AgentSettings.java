package hotline.web;

import hotline.agent.Accounts;
import hotline.agent.Agent;
import hotline.agent.Agents;
import hotline.agent.NewAgent;
import hotline.agent.Passwords;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.queue.Acd;
import hotline.store.Database;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** {@code /settings/agents}: administrators add and change agents; supervisors look, and set skills. */
final class AgentSettings {
    private final Database database;
    private final Writer writer;
    private final Agents agents;
    private final Accounts accounts;
    private final Acd acd;
    private final Clock clock;
    private final Passwords passwords = new Passwords();
    private final Visitors visitors;
    private final Pages pages;
    private final AgentPage page;
    private final LastAdmin lastAdmin;

    AgentSettings(WebParts parts, Visitors visitors, Pages pages, AgentPage page) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.agents = parts.people().agents();
        this.accounts = parts.people().accounts();
        this.acd = parts.line().acd();
        this.clock = parts.storage().clock();
        this.page = page;
        this.lastAdmin = new LastAdmin(parts.people());
        this.visitors = visitors;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/settings", ctx -> ctx.redirect(AgentPage.AGENTS, HttpStatus.SEE_OTHER), Access.SUPERVISOR);
        routes.get(AgentPage.AGENTS, this::list, Access.SUPERVISOR);
        routes.get("/settings/skills", this::listSkills, Access.SUPERVISOR);
        routes.get(AgentPage.AGENTS + "/new", ctx -> page.show(ctx, AgentForm.blank(), Optional.empty()), Access.ADMIN);
        routes.post(AgentPage.AGENTS, this::add, Access.ADMIN);
        routes.get(
                AgentPage.AGENTS + "/{username}",
                ctx -> {
                    Agent agent = page.get(ctx);
                    page.show(ctx, AgentForm.of(agent), Optional.of(agent.username()));
                },
                Access.SUPERVISOR);
        routes.post(AgentPage.AGENTS + "/{username}", this::change, Access.ADMIN);
        routes.post(AgentPage.AGENTS + "/{username}/skills", this::changeSkills, Access.SUPERVISOR);
    }

    private void list(Context ctx) {
        Visitor visitor = visitors.of(ctx);
        pages.show(
                ctx,
                "settings/agents.jte",
                Map.of(
                        "frame",
                        AgentPage.frame(visitor, "agents"),
                        "isAdmin",
                        AgentPage.isAdmin(visitor),
                        "agents",
                        database.read(agents::list),
                        "inactive",
                        database.read(accounts::listInactive)));
    }

    private void listSkills(Context ctx) {
        Visitor visitor = visitors.of(ctx);
        Set<String> inactive = database.read(accounts::listInactive);
        pages.show(
                ctx,
                "settings/skills.jte",
                Map.of(
                        "frame",
                        AgentPage.frame(visitor, "skills"),
                        "isAdmin",
                        AgentPage.isAdmin(visitor),
                        "skills",
                        AgentForm.skillNames(acd.skills(), Form.EMPTY),
                        "agents",
                        database.read(agents::list).stream()
                                .filter(agent -> !inactive.contains(agent.username()))
                                .toList()));
    }

    private void add(Context ctx) {
        Texts texts = visitors.of(ctx).texts();
        AgentForm.Checked checked = AgentForm.check(Form.sent(ctx), texts);
        Form form = checked.form();
        String password = ctx.formParam("password") == null ? "" : ctx.formParam("password");
        if (!password.isEmpty() && !Passwords.isAllowed(password)) {
            form = form.withProblem("password", texts.get("settings.wrong.password", Passwords.SHORTEST));
        }
        boolean taken = checked.agent().isPresent()
                && database.read(handle ->
                                agents.find(handle, checked.agent().get().username()))
                        .isPresent();
        if (taken) {
            form = form.withProblem("username", texts.get("settings.wrong.taken"));
        }
        if (!form.isRight()) {
            page.show(ctx, form, Optional.empty());
            return;
        }
        NewAgent agent = checked.agent().orElseThrow();
        Optional<String> hash = password.isEmpty() ? Optional.empty() : Optional.of(passwords.hash(password));
        String who = who(ctx);
        writer.write(handle -> {
            save(handle, who, agent);
            return hash.map(h -> accounts.setPassword(handle, who, agent.username(), h, Optional.empty(), now()));
        });
        AgentPage.back(ctx, agent.username(), "added");
    }

    private void change(Context ctx) {
        Agent before = page.get(ctx);
        Texts texts = visitors.of(ctx).texts();
        AgentForm.Checked checked = AgentForm.check(Form.sent(ctx).with("username", before.username()), texts);
        Optional<NewAgent> agent = checked.agent();
        if (agent.isEmpty()) {
            page.show(ctx, checked.form(), Optional.of(before.username()));
            return;
        }
        String who = who(ctx);
        boolean saved = writer.write(handle ->
                (agent.get().role() == Role.ADMIN || !lastAdmin.is(handle, before)) && save(handle, who, agent.get()));
        if (saved) {
            AgentPage.back(ctx, before.username(), "saved");
        } else {
            String why = texts.get("settings.wrong.last-admin");
            page.show(ctx, checked.form().withProblem("role", why), Optional.of(before.username()));
        }
    }

    /** Always true; a new skill may be what somebody waits for. */
    private boolean save(Handle handle, String who, NewAgent agent) {
        accounts.save(handle, who, agent, now());
        acd.dispatcher().match(handle, now());
        return true;
    }

    private void changeSkills(Context ctx) {
        Agent before = page.get(ctx);
        Skills skills;
        try {
            skills = AgentForm.skills(Form.sent(ctx));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("");
        }
        NewAgent changed = new NewAgent(
                before.username(), before.name(), before.endpoint(), before.languages(), skills, before.role());
        String who = who(ctx);
        writer.write(handle -> save(handle, who, changed));
        AgentPage.back(ctx, before.username(), "saved");
    }

    private String who(Context ctx) {
        return visitors.of(ctx).signedIn().username();
    }

    private Instant now() {
        return clock.instant();
    }
}

package hotline.web;

import hotline.agent.Accounts;
import hotline.agent.Agent;
import hotline.agent.Agents;
import hotline.agent.NewAgent;
import hotline.agent.Passwords;
import hotline.agent.Presence;
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

/** {@code /settings/agents}: administrators add, change and take leave of agents; supervisors look, and set skills. */
final class AgentSettings {
    private static final String AGENTS = "/settings/agents";

    private final Database database;
    private final Writer writer;
    private final Agents agents;
    private final Accounts accounts;
    private final Acd acd;
    private final Clock clock;
    private final Passwords passwords = new Passwords();
    private final Visitors visitors;
    private final Pages pages;
    private final boolean softphone;

    AgentSettings(WebParts parts, Visitors visitors, Pages pages) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.agents = parts.people().agents();
        this.accounts = parts.people().accounts();
        this.acd = parts.line().acd();
        this.clock = parts.storage().clock();
        this.softphone = parts.settings().softphone().isPresent();
        this.visitors = visitors;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/settings", ctx -> ctx.redirect(AGENTS, HttpStatus.SEE_OTHER), Access.SUPERVISOR);
        routes.get(AGENTS, this::list, Access.SUPERVISOR);
        routes.get("/settings/skills", this::listSkills, Access.SUPERVISOR);
        routes.get(AGENTS + "/new", ctx -> show(ctx, AgentForm.blank(), Optional.empty()), Access.ADMIN);
        routes.post(AGENTS, this::add, Access.ADMIN);
        routes.get(AGENTS + "/{username}", this::show, Access.SUPERVISOR);
        routes.post(AGENTS + "/{username}", this::change, Access.ADMIN);
        routes.post(AGENTS + "/{username}/skills", this::changeSkills, Access.SUPERVISOR);
        routes.post(AGENTS + "/{username}/password", this::changePassword, Access.ADMIN);
        routes.post(AGENTS + "/{username}/sign-out", this::signOut, Access.ADMIN);
        routes.post(AGENTS + "/{username}/active", this::setActive, Access.ADMIN);
    }

    private void list(Context ctx) {
        Visitor visitor = visitors.of(ctx);
        pages.show(
                ctx,
                "settings/agents.jte",
                Map.of(
                        "frame",
                        frame(visitor, "agents"),
                        "isAdmin",
                        isAdmin(visitor),
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
                        frame(visitor, "skills"),
                        "isAdmin",
                        isAdmin(visitor),
                        "skills",
                        AgentForm.skillNames(acd.skills(), Form.EMPTY),
                        "agents",
                        database.read(agents::list).stream()
                                .filter(agent -> !inactive.contains(agent.username()))
                                .toList()));
    }

    private void show(Context ctx) {
        Agent agent = get(ctx);
        show(ctx, AgentForm.of(agent), Optional.of(agent.username()));
    }

    /** @param username of who is changed; empty when somebody is added */
    private void show(Context ctx, Form form, Optional<String> username) {
        Visitor visitor = visitors.of(ctx);
        if (!form.isRight()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String template = username.isPresent() && !isAdmin(visitor) ? "agent-skills" : "agent";
        pages.show(
                ctx,
                "settings/" + template + ".jte",
                Map.of(
                        "frame",
                        frame(visitor, "agents"),
                        "isAdmin",
                        isAdmin(visitor),
                        "form",
                        form,
                        "username",
                        username,
                        "skills",
                        AgentForm.skillNames(acd.skills(), form),
                        "isActive",
                        username.map(name -> database.read(handle -> agents.isActive(handle, name)))
                                .orElse(true),
                        "softphone",
                        softphone || form.has("reached-by", "browser"),
                        "done",
                        Optional.ofNullable(ctx.queryParam("done")).filter(Done::isOne)));
    }

    /** What a page says was done, after it came back; nothing else may be put into its address. */
    private static final class Done {
        private static final Set<String> ALL =
                Set.of("saved", "added", "password", "signed-out", "activated", "deactivated");

        static boolean isOne(String word) {
            return ALL.contains(word);
        }
    }

    private void add(Context ctx) {
        Texts texts = visitors.of(ctx).texts();
        AgentForm.Checked checked = AgentForm.check(Form.sent(ctx), texts);
        Form form = checked.form();
        String password = ctx.formParam("password") == null ? "" : ctx.formParam("password");
        if (!password.isEmpty() && !isPassword(password)) {
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
            show(ctx, form, Optional.empty());
            return;
        }
        NewAgent agent = checked.agent().orElseThrow();
        Optional<String> hash = password.isEmpty() ? Optional.empty() : Optional.of(passwords.hash(password));
        String who = who(ctx);
        writer.write(handle -> {
            save(handle, who, agent);
            return hash.map(h -> accounts.setPassword(handle, who, agent.username(), h, Optional.empty(), now()));
        });
        back(ctx, agent.username(), "added");
    }

    private void change(Context ctx) {
        Agent before = get(ctx);
        Texts texts = visitors.of(ctx).texts();
        AgentForm.Checked checked = AgentForm.check(Form.sent(ctx).with("username", before.username()), texts);
        Optional<NewAgent> agent = checked.agent();
        if (agent.isEmpty()) {
            show(ctx, checked.form(), Optional.of(before.username()));
            return;
        }
        String who = who(ctx);
        boolean saved = writer.write(handle ->
                (agent.get().role() == Role.ADMIN || !isLastAdmin(handle, before)) && save(handle, who, agent.get()));
        if (saved) {
            back(ctx, before.username(), "saved");
        } else {
            String why = texts.get("settings.wrong.last-admin");
            show(ctx, checked.form().withProblem("role", why), Optional.of(before.username()));
        }
    }

    /** Always true; a new skill may be what somebody waits for. */
    private boolean save(Handle handle, String who, NewAgent agent) {
        accounts.save(handle, who, agent, now());
        acd.dispatcher().match(handle, now());
        return true;
    }

    /** Without one, nobody could get in to make another. */
    private boolean isLastAdmin(Handle handle, Agent agent) {
        return agent.role() == Role.ADMIN
                && agents.isActive(handle, agent.username())
                && accounts.countActive(handle, Role.ADMIN) == 1;
    }

    private void changeSkills(Context ctx) {
        Agent before = get(ctx);
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
        back(ctx, before.username(), "saved");
    }

    private void changePassword(Context ctx) {
        Agent agent = get(ctx);
        String password = String.valueOf(ctx.formParam("password"));
        if (!isPassword(password)) {
            String why = visitors.of(ctx).texts().get("settings.wrong.password", Passwords.SHORTEST);
            show(ctx, AgentForm.of(agent).withProblem("password", why), Optional.of(agent.username()));
            return;
        }
        String hash = passwords.hash(password);
        String who = who(ctx);
        Optional<String> kept = who.equals(agent.username()) ? visitors.of(ctx).session() : Optional.empty();
        writer.write(handle -> accounts.setPassword(handle, who, agent.username(), hash, kept, now()));
        back(ctx, agent.username(), "password");
    }

    private void signOut(Context ctx) {
        Agent agent = get(ctx);
        String who = who(ctx);
        writer.write(handle -> {
            accounts.signOutEverywhere(handle, who, agent.username(), now());
            return acd.desk().setPresence(handle, agent.username(), Presence.OFFLINE, Optional.empty(), now());
        });
        back(ctx, agent.username(), "signed-out");
    }

    private void setActive(Context ctx) {
        Agent agent = get(ctx);
        boolean active = "true".equals(ctx.formParam("active"));
        String who = who(ctx);
        boolean allowed = writer.write(handle -> {
            if (!active && isLastAdmin(handle, agent)) {
                return false;
            }
            if (!active) {
                acd.desk().setPresence(handle, agent.username(), Presence.OFFLINE, Optional.empty(), now());
            }
            accounts.setActive(handle, who, agent.username(), active, now());
            return true;
        });
        if (allowed) {
            back(ctx, agent.username(), active ? "activated" : "deactivated");
        } else {
            String why = visitors.of(ctx).texts().get("settings.wrong.last-admin");
            show(ctx, AgentForm.of(agent).withProblem("active", why), Optional.of(agent.username()));
        }
    }

    private static boolean isPassword(String text) {
        return text.length() >= Passwords.SHORTEST && text.length() <= Passwords.LONGEST;
    }

    private Agent get(Context ctx) {
        return database.read(handle -> agents.find(handle, ctx.pathParam("username")))
                .orElseThrow(() -> ProblemException.notFound(""));
    }

    private static void back(Context ctx, String username, String done) {
        ctx.redirect(AGENTS + "/" + username + "?done=" + done, HttpStatus.SEE_OTHER);
    }

    private Frame frame(Visitor visitor, String page) {
        return visitor.frame(visitor.texts().get("settings." + page), "/settings/" + page, false);
    }

    private static boolean isAdmin(Visitor visitor) {
        return visitor.signedIn().role() == Role.ADMIN;
    }

    private String who(Context ctx) {
        return visitors.of(ctx).signedIn().username();
    }

    private Instant now() {
        return clock.instant();
    }
}

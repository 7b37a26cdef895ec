package hotline.web;

import hotline.agent.Accounts;
import hotline.agent.Agent;
import hotline.agent.Passwords;
import hotline.agent.Presence;
import hotline.queue.Acd;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** How agents get in, as administrators decide it: a new password, the end of all sessions, the end of the account. */
final class AgentAccessSettings {
    private final Writer writer;
    private final Accounts accounts;
    private final Acd acd;
    private final Clock clock;
    private final Passwords passwords = new Passwords();
    private final LastAdmin lastAdmin;
    private final AgentPage page;

    AgentAccessSettings(WebParts parts, AgentPage page) {
        this.writer = parts.storage().writer();
        this.accounts = parts.people().accounts();
        this.acd = parts.line().acd();
        this.clock = parts.storage().clock();
        this.lastAdmin = new LastAdmin(parts.people());
        this.page = page;
    }

    void register(RoutesConfig routes) {
        String agent = AgentPage.AGENTS + "/{username}";
        routes.post(agent + "/password", this::changePassword, Access.ADMIN);
        routes.post(agent + "/sign-out", this::signOut, Access.ADMIN);
        routes.post(agent + "/active", this::setActive, Access.ADMIN);
    }

    private void changePassword(Context ctx) {
        Agent agent = page.get(ctx);
        String password = String.valueOf(ctx.formParam("password"));
        if (!Passwords.isAllowed(password)) {
            String why = page.visitor(ctx).texts().get("settings.wrong.password", Passwords.SHORTEST);
            page.show(ctx, AgentForm.of(agent).withProblem("password", why), Optional.of(agent.username()));
            return;
        }
        String hash = passwords.hash(password);
        String who = page.visitor(ctx).signedIn().username();
        Optional<String> kept = who.equals(agent.username()) ? page.visitor(ctx).session() : Optional.empty();
        writer.write(handle -> accounts.setPassword(handle, who, agent.username(), hash, kept, now()));
        AgentPage.back(ctx, agent.username(), "password");
    }

    private void signOut(Context ctx) {
        Agent agent = page.get(ctx);
        String who = page.visitor(ctx).signedIn().username();
        writer.write(handle -> {
            accounts.signOutEverywhere(handle, who, agent.username(), now());
            return acd.desk().setPresence(handle, agent.username(), Presence.OFFLINE, Optional.empty(), now());
        });
        AgentPage.back(ctx, agent.username(), "signed-out");
    }

    private void setActive(Context ctx) {
        Agent agent = page.get(ctx);
        boolean active = "true".equals(ctx.formParam("active"));
        String who = page.visitor(ctx).signedIn().username();
        boolean allowed = writer.write(handle -> {
            if (!active && lastAdmin.is(handle, agent)) {
                return false;
            }
            if (!active) {
                acd.desk().setPresence(handle, agent.username(), Presence.OFFLINE, Optional.empty(), now());
            }
            accounts.setActive(handle, who, agent.username(), active, now());
            return true;
        });
        if (allowed) {
            AgentPage.back(ctx, agent.username(), active ? "activated" : "deactivated");
        } else {
            String why = page.visitor(ctx).texts().get("settings.wrong.last-admin");
            page.show(ctx, AgentForm.of(agent).withProblem("active", why), Optional.of(agent.username()));
        }
    }

    private Instant now() {
        return clock.instant();
    }
}

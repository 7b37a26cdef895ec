package hotline.web;

import hotline.agent.Agent;
import hotline.agent.Agents;
import hotline.agent.Role;
import hotline.queue.Acd;
import hotline.store.Database;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The page of one agent in the settings, or of one who is to be added. */
final class AgentPage {
    static final String AGENTS = "/settings/agents";

    /** What a page says was done, after it came back; nothing else may be put into its address. */
    private static final Set<String> DONE =
            Set.of("saved", "added", "password", "signed-out", "activated", "deactivated");

    private final Database database;
    private final Agents agents;
    private final Acd acd;
    private final Visitors visitors;
    private final Pages pages;
    private final boolean softphone;

    AgentPage(WebParts parts, Visitors visitors, Pages pages) {
        this.database = parts.storage().database();
        this.agents = parts.people().agents();
        this.acd = parts.line().acd();
        this.visitors = visitors;
        this.pages = pages;
        this.softphone = parts.settings().softphone().isPresent();
    }

    /** @param username of who is changed; empty when somebody is added */
    void show(Context ctx, Form form, Optional<String> username) {
        Visitor visitor = visitor(ctx);
        String template = username.isPresent() && !isAdmin(visitor) ? "agent-skills" : "agent";
        pages.showForm(
                ctx,
                "settings/" + template + ".jte",
                form,
                Map.of(
                        "frame",
                        frame(visitor, "agents"),
                        "isAdmin",
                        isAdmin(visitor),
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
                        Optional.ofNullable(ctx.queryParam("done")).filter(DONE::contains)));
    }

    /** The agent whom the address names. */
    Agent get(Context ctx) {
        return database.read(handle -> agents.find(handle, ctx.pathParam("username")))
                .orElseThrow(() -> ProblemException.notFound(""));
    }

    Visitor visitor(Context ctx) {
        return visitors.of(ctx);
    }

    /** To the agent's page, which then says what was done. */
    static void back(Context ctx, String username, String done) {
        ctx.redirect(AGENTS + "/" + username + "?done=" + done, HttpStatus.SEE_OTHER);
    }

    static Frame frame(Visitor visitor, String page) {
        return visitor.frame(visitor.texts().get("settings." + page), "/settings/" + page, false);
    }

    static boolean isAdmin(Visitor visitor) {
        return visitor.signedIn().role() == Role.ADMIN;
    }
}

package hotline.web;

import hotline.agent.SignInLimits.Attempt;
import hotline.agent.SignIns;
import hotline.agent.SignIns.Started;
import hotline.store.Writer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in at the shop's own sign-in. Only who has an account here may: none is made. It begins with a link, so nothing
 * is done at our side but that the browser gets a ticket that the way back has to match.
 */
public final class OpenIdRoutes {
    /** Where the provider sends people back to; must be registered there with the public URL before it. */
    public static final String CALLBACK = "/sign-in/openid/back";

    static final String BEGIN = "/sign-in/openid";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdRoutes.class);

    private final OpenId openId;
    private final SignIns signIns;
    private final Writer writer;
    private final Clock clock;
    private final Visitors visitors;
    private final Cookies cookies;
    private final SignInRoutes signIn;

    OpenIdRoutes(WebParts parts, OpenIdSettings settings, Visitors visitors, Cookies cookies, SignInRoutes signIn) {
        this.openId = new OpenId(settings);
        this.signIns = parts.people().signIns();
        this.writer = parts.storage().writer();
        this.clock = parts.storage().clock();
        this.visitors = visitors;
        this.cookies = cookies;
        this.signIn = signIn;
    }

    void register(RoutesConfig routes) {
        routes.get(BEGIN, this::begin, Access.ANYONE);
        routes.get(CALLBACK, this::finish, Access.ANYONE);
    }

    private void begin(Context ctx) {
        OpenId.Ticket ticket = OpenId.Ticket.make();
        try {
            URI there = openId.begin(ticket);
            cookies.setOpenId(ctx, ticket.write());
            ctx.redirect(there.toString(), HttpStatus.SEE_OTHER);
        } catch (OpenId.AwayException e) {
            away(ctx, e);
        }
    }

    private void finish(Context ctx) {
        Optional<OpenId.Ticket> ticket = cookies.openId(ctx).flatMap(OpenId.Ticket::read);
        cookies.clearOpenId(ctx);
        try {
            if (ticket.isEmpty()) {
                throw new OpenId.RefusedException("no sign-in was begun in this browser");
            }
            welcome(
                    ctx,
                    openId.finish(
                            ticket.get(), Optional.ofNullable(ctx.queryString()).orElse("")));
        } catch (OpenId.RefusedException e) {
            refuse(ctx, attempt(ctx, ""), String.valueOf(e.getMessage()), "sign-in.openid-refused");
        } catch (OpenId.AwayException e) {
            away(ctx, e);
        }
    }

    private void welcome(Context ctx, String username) {
        Attempt attempt = attempt(ctx, username);
        Optional<Started> started = writer.write(
                handle -> signIns.startVouched(handle, attempt, "openid", cookies.session(ctx), clock.instant()));
        if (started.isPresent()) {
            signIn.welcome(ctx, started.get());
        } else {
            refuse(ctx, attempt, "openid vouches for somebody without an account", "sign-in.openid-unknown");
        }
    }

    private Attempt attempt(Context ctx, String username) {
        return new Attempt(username, ClientAddress.network(ctx.ip()), cookies.device(ctx));
    }

    private void refuse(Context ctx, Attempt attempt, String why, String words) {
        LOG.info("sign-in by OpenID Connect refused from {}: {}", ctx.ip(), why);
        writer.write(handle -> {
            signIns.refused(handle, attempt, why, clock.instant());
            return true;
        });
        ctx.status(HttpStatus.UNAUTHORIZED);
        signIn.show(ctx, "", Optional.of(visitors.of(ctx).texts().get(words, attempt.username())));
    }

    private void away(Context ctx, OpenId.AwayException e) {
        LOG.warn("sign-in by OpenID Connect is not possible: {}: {}", e.getMessage(), String.valueOf(e.getCause()));
        ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
        signIn.show(ctx, "", Optional.of(visitors.of(ctx).texts().get("sign-in.openid-away")));
    }
}

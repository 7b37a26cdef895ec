package hotline.web;

import hotline.agent.Agent;
import hotline.agent.Agents;
import hotline.agent.WebSessions;
import hotline.phone.Language;
import hotline.queue.Acd;
import hotline.store.Database;
import hotline.store.StoreUnavailableException;
import hotline.store.Writer;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a request, and in which language to answer. */
final class Visitors {
    private static final String ATTRIBUTE = "visitor";

    private final Database database;
    private final Writer writer;
    private final Agents agents;
    private final WebSessions sessions;
    private final Cookies cookies;
    private final Clock clock;
    private final Acd acd;

    Visitors(WebParts parts, Cookies cookies) {
        this.database = parts.storage().database();
        this.writer = parts.storage().writer();
        this.agents = parts.people().agents();
        this.sessions = parts.people().sessions();
        this.clock = parts.storage().clock();
        this.acd = parts.line().acd();
        this.cookies = cookies;
    }

    /** Who sends this request; looked up once per request. */
    Visitor of(Context ctx) {
        Visitor known = ctx.attribute(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        Optional<String> session = cookies.session(ctx);
        Optional<Agent> agent = session.flatMap(this::findSignedIn);
        Visitor visitor = agent.isPresent()
                ? new Visitor(agent, session, texts(ctx, agent), FormToken.of(session.orElseThrow()))
                : stranger(ctx);
        ctx.attribute(ATTRIBUTE, visitor);
        return visitor;
    }

    /** As {@link #of}, but somebody not signed in while the database does not say: an error page must not fail itself. */
    Visitor ofOrStranger(Context ctx) {
        try {
            return of(ctx);
        } catch (JdbiException | StoreUnavailableException e) {
            return stranger(ctx);
        }
    }

    private Visitor stranger(Context ctx) {
        return new Visitor(
                Optional.empty(), Optional.empty(), texts(ctx, Optional.empty()), FormToken.of(cookies.visitor(ctx)));
    }

    /** Whose session this is, if it has not ended; notes that it is in use. */
    Optional<Agent> findSignedIn(String session) {
        Instant now = clock.instant();
        Optional<Agent> agent = database.read(
                handle -> sessions.findUser(handle, session, now).flatMap(username -> agents.find(handle, username)));
        if (agent.isPresent() && database.read(handle -> sessions.needsTouch(handle, session, now))) {
            writer.write(handle -> {
                sessions.touch(handle, session, now);
                return true;
            });
        }
        return agent;
    }

    private Texts texts(Context ctx, Optional<Agent> agent) {
        Language language = cookies.language(ctx)
                .flatMap(Visitors::find)
                .or(() -> agent.flatMap(a -> find(a.firstLanguage().code())))
                .or(() -> preferred(ctx.header("Accept-Language")))
                .orElse(Language.INDONESIAN);
        return Texts.in(language).withTopics(acd.skillNames(language));
    }

    private static Optional<Language> find(String code) {
        return Texts.ALL_LANGUAGES.stream()
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    private static Optional<Language> preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return Optional.empty();
        }
        try {
            List<Locale> spoken =
                    Texts.ALL_LANGUAGES.stream().map(Language::locale).toList();
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), spoken))
                    .flatMap(locale -> find(new Language(locale.toLanguageTag()).code()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a header that does not follow RFC 9110 says nothing
        }
    }
}

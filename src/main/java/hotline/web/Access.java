package hotline.web;

import hotline.agent.Role;
import io.javalin.security.RouteRole;

/** Who may use a route. Every route of this package names one; {@link Gate} checks it before the handler runs. */
enum Access implements RouteRole {
    /** Anybody, signed in or not. */
    ANYONE,
    /** A program with the bearer token. */
    PROGRAM,
    /** Anybody signed in. */
    AGENT,
    SUPERVISOR,
    ADMIN;

    /** Whether somebody signed in with this role may pass. */
    boolean admits(Role role) {
        return switch (this) {
            case ANYONE -> true;
            case PROGRAM -> false;
            case AGENT -> true;
            case SUPERVISOR -> role == Role.SUPERVISOR || role == Role.ADMIN;
            case ADMIN -> role == Role.ADMIN;
        };
    }
}

package hotline.web;

import hotline.agent.NewAgent;
import hotline.agent.Passwords;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.phone.Endpoint;
import hotline.phone.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a program sends of an agent: {@code PUT /agents/{username}}. */
record AgentBody(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String sip,
        @Nullable String reachedBy,
        @Nullable List<String> languages,
        @Nullable List<String> skills,
        @Nullable String role,
        @Nullable String password) {
    /**
     * The agent.
     *
     * @throws ProblemException with the field that is missing or wrong
     */
    NewAgent agent(String username) {
        try {
            return new NewAgent(
                    username,
                    JsonBody.required("name", name).strip(),
                    Optional.of(endpoint(username)),
                    JsonBody.required("languages", languages).stream()
                            .map(AgentBody::language)
                            .distinct()
                            .toList(),
                    Skills.of(JsonBody.required("skills", skills)),
                    checkedRole());
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("Refused: " + e.getMessage() + ".");
        }
    }

    /**
     * The new password, if there is one.
     *
     * @throws ProblemException when nobody may choose it
     */
    Optional<String> checkedPassword() {
        if (password != null && !Passwords.isAllowed(password)) {
            throw ProblemException.badRequest("The field \"password\" must have " + Passwords.SHORTEST + " to "
                    + Passwords.LONGEST + " characters.");
        }
        return Optional.ofNullable(password);
    }

    private Endpoint endpoint(String username) {
        ReachedBy way = Optional.ofNullable(reachedBy)
                .map(word -> ReachedBy.find(word)
                        .orElseThrow(() -> ProblemException.badRequest(
                                "The field \"reachedBy\" must be \"phone\", \"sip\" or \"browser\".")))
                .orElse(sip == null ? ReachedBy.PHONE : ReachedBy.SIP);
        refuseUnless(phone == null || way == ReachedBy.PHONE, "phone", way);
        refuseUnless(sip == null || way == ReachedBy.SIP, "sip", way);
        String written = switch (way) {
            case PHONE -> JsonBody.required("phone", phone);
            case SIP -> JsonBody.required("sip", sip);
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
    private Role checkedRole() {
        return Optional.ofNullable(role)
                .or(() -> Optional.of(Role.AGENT.word()))
                .flatMap(Role::find)
                .filter(found -> found != Role.ADMIN)
                .orElseThrow(
                        () -> ProblemException.badRequest("The field \"role\" must be \"agent\" or \"supervisor\"."));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AgentBody[" + name + ", role " + role + "]";
    }
}

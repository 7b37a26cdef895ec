package hotline;

/** Every setting: the environment variable's name, its default, and what it means. The help text and the README list these. */
enum Setting {
    HOTLINE_PORT("8080", "port to listen on"),
    HOTLINE_HOST("127.0.0.1 in demo, 0.0.0.0 in serve", "address to bind"),
    HOTLINE_PUBLIC_URL(
            "none; required by serve",
            "how the carrier reaches the server, as https://hotline.example.com; signatures are checked against it"),
    HOTLINE_DATABASE_URL(
            "jdbc:h2:file:./data/hotline", "the database; or jdbc:postgresql://host/name?user=…&password=…"),
    HOTLINE_FLOWS("./voice-flows", "folder of the voice flows"),
    HOTLINE_DATA("./data", "folder for evidence files, recordings and keys"),
    HOTLINE_API_TOKEN("none: the API is off", "bearer token of /api/v1; take 32 random characters"),
    TWILIO_ACCOUNT_SID("required by serve", "the carrier account"),
    TWILIO_AUTH_TOKEN("required by serve", "its secret: signs webhooks, opens the REST API"),
    TWILIO_API_URL("https://api.twilio.com", "base of the carrier's REST API (a test double, a compatible carrier)"),
    HOTLINE_CALLER_ID(
            "required by serve",
            "the number shown on callbacks and to agents, as +62215550001; not always the hotline's own number"),
    HOTLINE_CALLS_PER_SECOND(
            "1", "how many calls the carrier account may begin in a second, on all nodes together, 1 to 100"),
    HOTLINE_ORDERS_URL("none: orders in the own database", "the shop's order API (docs/shop-orders-api.yaml)"),
    HOTLINE_ORDERS_TOKEN("none", "bearer token for the shop's order API"),
    HOTLINE_TRUSTED_PROXIES(
            "none",
            "addresses of the proxies in front, as 10.0.0.5,192.168.0.0/16; only they may say where a request comes from"
                    + " (X-Forwarded-For)"),
    HOTLINE_OIDC_ISSUER(
            "none: passwords only",
            "address of the shop's own sign-in by OpenID Connect, as https://login.example.com"),
    HOTLINE_OIDC_CLIENT_ID("none; required with the issuer", "as what Hotline is registered there"),
    HOTLINE_OIDC_CLIENT_SECRET("none; required with the issuer", "the secret that goes with it"),
    HOTLINE_OIDC_CLAIM(
            "preferred_username",
            "which claim is the username here: preferred_username, or email if those are usernames"),
    TWILIO_API_KEY("none: no browser softphone", "SID of an API key of the account; signs the softphone's tokens"),
    TWILIO_API_SECRET("none; required with the key", "the secret that goes with it"),
    HOTLINE_FALLBACK_NUMBER("none", "rung for callers when the database has been away for a minute"),
    HOTLINE_PHONES_PORT("8090", "demo only: port of the built-in phone network");

    private final String standard;
    private final String meaning;

    Setting(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    /** The default, or what happens without it, in words. */
    String standard() {
        return standard;
    }

    String meaning() {
        return meaning;
    }
}

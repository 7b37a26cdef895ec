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

package hotline.publish;

/**
 * Flows are needed that are kept but not loaded. Loading them takes too long for the writer's transaction: thrown out of it, so that
 * nothing of it is kept; it is made again after {@link FlowVersions#load}.
 */
public final class FlowsNeededException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String version;

    FlowsNeededException(String version) {
        super("the flows " + version + " are needed", null, false, false);
        this.version = version;
    }

    public String version() {
        return version;
    }
}

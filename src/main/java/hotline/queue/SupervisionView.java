package hotline.queue;

import java.util.UUID;

/**
 * A supervision that is under way, as pages show it.
 *
 * @param isIn whether the supervisor has come in; until then their phone rings
 */
public record SupervisionView(UUID id, UUID contact, String username, SupervisionMode mode, boolean isIn) {}

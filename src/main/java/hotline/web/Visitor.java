package hotline.web;

import hotline.agent.Agent;
import java.util.List;
import java.util.Optional;

/**
 * Who sent a request, as far as that is known.
 *
 * @param agent who is signed in
 * @param session the secret of their session; never shown
 * @param formToken what their forms must carry
 */
record Visitor(Optional<Agent> agent, Optional<String> session, Texts texts, String formToken) {
    Frame frame(String title, String path, boolean script) {
        List<Place> places = agent.map(Agent::role).map(Place::listFor).orElse(List.of());
        return new Frame(title, texts, agent.map(Agent::name), formToken, path, script, places, List.of());
    }

    /** Who is signed in; only behind a route that asks for it. */
    Agent signedIn() {
        return agent.orElseThrow(() -> new IllegalStateException("a route let somebody in who is not signed in"));
    }
}

package hotline.web;

import hotline.agent.Agent;
import hotline.agent.NewAgent;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.phone.Endpoint;
import hotline.phone.Language;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The form with which an agent is added or changed: from an agent to its fields, and back if they are right. */
final class AgentForm {
    /** Before the name of a skill, in the name of its field. */
    static final String SKILL = "skill.";

    private AgentForm() {}

    /** Either an agent or what is wrong. */
    record Checked(Optional<NewAgent> agent, Form form) {}

    static Form of(Agent agent) {
        Form form = Form.EMPTY
                .with("username", agent.username())
                .with("name", agent.name())
                .with("role", agent.role().word())
                .with("first-language", agent.firstLanguage().code())
                .with(
                        "languages",
                        agent.languages().stream().map(Language::code).toArray(String[]::new))
                .with("reached-by", "nowhere");
        for (Map.Entry<String, Integer> skill : agent.skills().tiers().entrySet()) {
            form = form.with(SKILL + skill.getKey(), skill.getValue().toString());
        }
        if (agent.endpoint().isPresent()) {
            Endpoint endpoint = agent.endpoint().get();
            ReachedBy way = ReachedBy.of(endpoint);
            form = form.with("reached-by", way.word()).with(way.word(), endpoint.address());
        }
        return form;
    }

    /** The form of somebody new. */
    static Form blank() {
        return Form.EMPTY
                .with("role", Role.AGENT.word())
                .with("reached-by", ReachedBy.PHONE.word())
                .with("first-language", Language.INDONESIAN.code());
    }

    static Checked check(Form sent, Texts texts) {
        Form form = sent;
        String username = form.value("username");
        if (!NewAgent.isUsername(username)) {
            form = form.withProblem("username", texts.get("settings.wrong.username"));
        }
        if (form.value("name").isEmpty()) {
            form = form.withProblem("name", texts.get("settings.wrong.name"));
        }
        Optional<Role> role = Role.find(form.value("role"));
        if (role.isEmpty()) {
            form = form.withProblem("role", texts.get("settings.wrong.role"));
        }
        Optional<ReachedBy> way = ReachedBy.find(form.value("reached-by"));
        Optional<Endpoint> endpoint = Optional.empty();
        if (way.isPresent() && form.problem("username").isEmpty()) {
            endpoint = way.get().read(form.value(way.get().word()), username).map(Endpoint.class::cast);
            if (endpoint.isEmpty()) {
                String word = way.get().word();
                form = form.withProblem(word, texts.get("settings.wrong." + word));
            }
        }
        return form.isRight() ? agent(form, role.orElseThrow(), endpoint, texts) : new Checked(Optional.empty(), form);
    }

    private static Checked agent(Form form, Role role, Optional<Endpoint> endpoint, Texts texts) {
        try {
            NewAgent agent = new NewAgent(
                    form.value("username"),
                    form.value("name"),
                    endpoint,
                    languages(form).stream().map(Language::new).toList(),
                    skills(form),
                    role);
            return new Checked(Optional.of(agent), form);
        } catch (IllegalArgumentException e) {
            return new Checked(Optional.empty(), form.withProblem("form", texts.get("settings.wrong.form")));
        }
    }

    /** The one they like best first. */
    private static Set<String> languages(Form form) {
        Set<String> codes = new LinkedHashSet<>();
        Stream.concat(
                        Stream.of(form.value("first-language")),
                        form.values().getOrDefault("languages", List.of()).stream())
                .forEach(codes::add);
        return codes;
    }

    /**
     * What the fields of the skills say.
     *
     * @throws IllegalArgumentException if that is nothing a page of ours can send
     */
    static Skills skills(Form form) {
        Map<String, Integer> tiers = new TreeMap<>();
        form.values().keySet().stream()
                .filter(field -> field.startsWith(SKILL) && !form.value(field).isEmpty())
                .forEach(field -> tiers.put(field.substring(SKILL.length()), Integer.valueOf(form.value(field))));
        return new Skills(tiers);
    }

    /** The skills to offer: those of the queues, and what the agent has besides. */
    static Set<String> skillNames(Collection<String> ofQueues, Form form) {
        Set<String> names = new TreeSet<>(ofQueues);
        form.values().keySet().stream()
                .filter(field -> field.startsWith(SKILL))
                .forEach(field -> names.add(field.substring(SKILL.length())));
        return names;
    }
}

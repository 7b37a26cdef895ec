package hotline.queue;

import hotline.agent.Agent;
import hotline.agent.AgentState;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.phone.CallSid;
import hotline.phone.Endpoint;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.queue.RoutingPolicy.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Contacts that wait and agents at one moment, made from a seed, and every world that is a little simpler. */
record PolicyWorld(List<Waiting> waiting, List<Agent> agents) {
    static final Instant NOW = CenterRules.NOON;
    static final RoutingRules PATIENT = new RoutingRules(
            0,
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofHours(1),
            Duration.ofSeconds(20));

    private static final List<String> SKILLS = List.of("sales", "returns", "other");
    private static final List<String> NAMES = List.of("ann", "bob", "cici", "dewi", "eka", "fajar");
    private static final Optional<Endpoint> PHONE = Optional.of(new PhoneNumber("+62215550101"));
    private static final int MOST_CONTACTS = 8;
    private static final int LONGEST_WAIT = 90;
    private static final int HALF = 2;
    private static final int FEW = 6;

    PolicyWorld {
        QueueRules rules = QueueRules.fixed(new QueueRuleSet(Map.of(), SkillRules.USUAL, CenterRules.CALLBACKS));
        waiting = waiting.stream()
                .sorted((one, other) -> rules.order(NOW).compare(one.contact(), other.contact()))
                .toList();
    }

    static PolicyWorld of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Agent> agents = NAMES.stream()
                .limit(random.nextInt(NAMES.size() + 1))
                .map(name -> anyAgent(random, name))
                .toList();
        List<Waiting> waiting = IntStream.range(0, random.nextInt(MOST_CONTACTS + 1))
                .mapToObj(i -> anyContact(random, i))
                .toList();
        return new PolicyWorld(waiting, agents);
    }

    private static Agent anyAgent(SplittableRandom random, String name) {
        Map<String, Integer> skills = new TreeMap<>();
        SKILLS.stream()
                .filter(skill -> random.nextInt(HALF) == 0)
                .forEach(skill -> skills.put(skill, random.nextInt(1, 4)));
        AgentState state = Stream.of(AgentState.values())
                .filter(any -> any != AgentState.OFFLINE)
                .toList()
                .get(Math.max(0, random.nextInt(-FEW, AgentState.values().length - 1)));
        List<Language> languages = random.nextInt(HALF) == 0
                ? List.of(Language.INDONESIAN)
                : List.of(Language.ENGLISH, Language.INDONESIAN);
        Optional<Instant> desk = random.nextInt(HALF) == 0
                ? Optional.empty()
                : Optional.of(NOW.minusSeconds(random.nextInt(LONGEST_WAIT / HALF)));
        return agent(name, state, random.nextInt(LONGEST_WAIT), new Skills(skills), languages, desk);
    }

    static Agent agent(
            String username,
            AgentState state,
            int idleSeconds,
            Skills skills,
            List<Language> languages,
            Optional<Instant> deskSeenAt) {
        return new Agent(
                username,
                username,
                PHONE,
                languages,
                skills,
                Role.AGENT,
                state == AgentState.ON_BREAK ? Presence.BREAK : Presence.AVAILABLE,
                Optional.empty(),
                state,
                Optional.empty(),
                NOW.minusSeconds(idleSeconds),
                Optional.empty(),
                0,
                0,
                deskSeenAt);
    }

    private static Waiting anyContact(SplittableRandom random, int number) {
        Contact contact = contact(
                number,
                SKILLS.get(random.nextInt(SKILLS.size())),
                random.nextInt(FEW) == 0 ? Language.ENGLISH : Language.INDONESIAN,
                random.nextInt(HALF),
                random.nextInt(LONGEST_WAIT));
        Set<String> refusedBy =
                NAMES.stream().filter(name -> random.nextInt(FEW) == 0).collect(Collectors.toCollection(TreeSet::new));
        Optional<String> last =
                Optional.of(NAMES.get(random.nextInt(NAMES.size()))).filter(name -> random.nextInt(HALF) == 0);
        return new Waiting(contact, PATIENT, refusedBy, last);
    }

    static Contact contact(int number, String skill, Language language, int priority, int waitedSeconds) {
        Instant since = NOW.minusSeconds(waitedSeconds);
        return new Contact(
                new UUID(0, number),
                ContactKind.LIVE,
                ContactState.WAITING,
                Optional.empty(),
                skill,
                skill,
                language,
                priority,
                since,
                since,
                since,
                Optional.empty(),
                new CallSid("CA" + number),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** Without one agent, without one contact, or with one thing less to say of a contact. */
    List<PolicyWorld> simpler() {
        List<PolicyWorld> simpler = new ArrayList<>();
        for (int i = 0; i < agents.size(); i++) {
            simpler.add(new PolicyWorld(waiting, without(agents, i)));
        }
        for (int i = 0; i < waiting.size(); i++) {
            Waiting one = waiting.get(i);
            List<Waiting> others = without(waiting, i);
            simpler.add(new PolicyWorld(others, agents));
            if (!one.refusedBy().isEmpty()) {
                simpler.add(with(others, new Waiting(one.contact(), one.rules(), Set.of(), one.lastAgent())));
            }
            if (one.lastAgent().isPresent()) {
                simpler.add(with(others, new Waiting(one.contact(), one.rules(), one.refusedBy(), Optional.empty())));
            }
        }
        return simpler;
    }

    private PolicyWorld with(List<Waiting> others, Waiting one) {
        return new PolicyWorld(Stream.concat(others.stream(), Stream.of(one)).toList(), agents);
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }
}

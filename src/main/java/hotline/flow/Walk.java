package hotline.flow;

import hotline.flow.Flow.PlacedStep;
import hotline.flow.Session.Return;
import hotline.phone.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One turn as it is worked out: where the call stands, what it knows, what was said so far. Lives for one turn. */
final class Walk {
    private static final int DEEPEST_CALL = 10;

    private final VoiceFlows flows;
    private final Asker asker;
    private final List<Return> returns;
    private final Map<String, String> values;
    private final List<String> saidBefore;
    private final List<String> said = new ArrayList<>();
    private final List<Utterance> utterances = new ArrayList<>();
    private final List<Passed> passed = new ArrayList<>();
    private final List<Place> taken = new ArrayList<>();
    private String flow;
    private String step;
    private int silences;
    private int mismatches;
    private int turns;
    private Language language;

    Walk(VoiceFlows flows, Session session, Asker asker) {
        this.flows = flows;
        this.asker = asker;
        this.returns = new ArrayList<>(session.returns());
        this.values = new HashMap<>(session.values());
        this.saidBefore = session.said();
        this.flow = session.flow();
        this.step = session.step();
        this.silences = session.silences();
        this.mismatches = session.mismatches();
        this.turns = session.turns();
        this.language = session.language();
    }

    // Where the call stands

    PlacedStep here() {
        return flows.step(flow, step);
    }

    String place() {
        return flow + "/" + step;
    }

    void go(Ref target) {
        taken.add(target.place());
        Flow current = flows.flow(flow);
        if (current.steps().containsKey(target.name())) {
            standAt(flow, target.name());
        } else if (current.returnsWith(target.name())) {
            goBack(target.name());
        } else if (target.name().equals(Flow.HUMAN)) {
            goToHuman();
        } else {
            leaveQueue();
            takeOver(target.name());
        }
    }

    /** To the place in the queue, if the caller has one; else to the flow that looks for a human. */
    void goToHuman() {
        String[] waitsAt = find(Values.WAITS_AT).orElse("").split("/", -1);
        if (waitsAt.length == 2) {
            returns.clear();
            standAt(waitsAt[0], waitsAt[1]);
        } else {
            takeOver(Flow.HUMAN);
        }
    }

    /** A caller who gets deeper and deeper into flows that call each other is helped by a human. */
    void call(String subFlow) {
        if (returns.size() == DEEPEST_CALL) {
            goToHuman();
            return;
        }
        returns.add(new Return(flow, step));
        standAt(subFlow, flows.flow(subFlow).start().name());
    }

    private void goBack(String exit) {
        if (returns.isEmpty()) {
            goToHuman();
            return;
        }
        Return caller = returns.remove(returns.size() - 1);
        flow = caller.flow();
        step = caller.step();
        go(((SubFlowStep) here().step()).exit(exit));
    }

    private void takeOver(String name) {
        returns.clear();
        Flow next = flows.flow(name);
        next.topic().map(Ref::name).ifPresent(this::turnTo);
        standAt(name, next.start().name());
    }

    /** The call begins where it stands, which may be at a topic already. */
    void begin() {
        flows.flow(flow).topic().map(Ref::name).ifPresent(this::turnTo);
        enter();
    }

    /** Another topic is another case: what was typed and learned for the last one must not get into it. */
    private void turnTo(String topic) {
        if (!topic.equals(values.put(Values.TOPIC, topic))) {
            forget(Values.ORDER_FACTS);
            values.keySet().removeAll(List.of(Values.TYPED_ORDER, Values.TICKET, Values.DESIRED_OUTCOME));
        }
        if (ask(new Question.FindIncident(topic, language)).exit().equals("announce")) {
            remark(FixedPrompt.INCIDENT.promptName());
            forget(Values.INCIDENT);
        }
    }

    private void standAt(String newFlow, String newStep) {
        flow = newFlow;
        step = newStep;
        silences = 0;
        mismatches = 0;
        values.remove(Values.SO_FAR);
        enter();
    }

    /** Notes that the call has come to the step at which it stands. */
    void enter() {
        passed.add(new Passed(flow, step, taken));
        taken.clear();
    }

    // What the caller hears

    void say(List<Ref> prompts) {
        for (Ref prompt : prompts) {
            said.add(prompt.name());
            utter(prompt.name());
        }
    }

    /** Says something that the repeat key leaves out. */
    void remark(String prompt) {
        utter(prompt);
    }

    void sayAgain() {
        saidBefore.forEach(this::utter);
    }

    private void utter(String prompt) {
        utterances.addAll(flows.utterances(prompt, language, values));
    }

    void speak(Language newLanguage) {
        language = newLanguage;
    }

    Language language() {
        return language;
    }

    VoiceFlows flows() {
        return flows;
    }

    // What is known

    Answer ask(Question question) {
        Answer answer = asker.ask(question);
        values.putAll(answer.facts());
        return answer;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    void set(String name, String value) {
        values.put(name, value);
    }

    /** Forgets a value, or, when the name ends in a dot, all of its kind. */
    void forget(String name) {
        values.keySet().removeIf(known -> name.endsWith(".") ? known.startsWith(name) : known.equals(name));
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }

    String topic() {
        return find(Values.TOPIC).orElse(VoiceFlows.OTHER);
    }

    /** A queue's or a category's name; {@code topic} stands for what the caller rang about. */
    String orTopic(Ref name) {
        return name.name().equals(Values.TOPIC) ? topic() : name.name();
    }

    /** Gives up the caller's place in the queue, if they have one. */
    void leaveQueue() {
        if (find(Values.WAITS_AT).isPresent()) {
            forget(Values.WAITS_AT);
            ask(new Question.LeaveQueue());
        }
    }

    // What is counted

    int countSilence() {
        return ++silences;
    }

    void forgetSilences() {
        silences = 0;
    }

    int countMismatch() {
        return ++mismatches;
    }

    int missed() {
        return silences + mismatches;
    }

    int countTurn() {
        return ++turns;
    }

    Turn turn(Expect expect) {
        List<String> heard = said.isEmpty() ? saidBefore : said;
        Session session = new Session(flow, step, returns, silences, mismatches, turns, language, heard, values);
        return new Turn(session, utterances, expect, passed);
    }
}

package hotline.flow;

import hotline.phone.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody on the phone: presses keys, hears what is said, and keeps count of both. */
final class Caller {
    private final Interpreter interpreter;
    private final Asker asker;
    private final List<String> heard = new ArrayList<>();
    private Turn turn;
    private int presses;

    private Caller(Interpreter interpreter, Session session, Asker asker) {
        this.interpreter = interpreter;
        this.asker = asker;
        this.turn = interpreter.turn(session, new Input.Started(), asker);
        listen();
    }

    static Caller rings(VoiceFlows flows, Language language, Asker asker) {
        return rings(flows, "hotline", language, asker);
    }

    static Caller rings(VoiceFlows flows, String flow, Language language, Asker asker) {
        Interpreter interpreter = new Interpreter(flows);
        return new Caller(interpreter, interpreter.begin(flow, language, Map.of()), asker);
    }

    static Caller goesOn(Interpreter interpreter, Session session, Asker asker) {
        return new Caller(interpreter, session, asker);
    }

    Caller presses(String... keys) {
        for (String key : keys) {
            presses++;
            send(new Input.Keys(key));
        }
        return this;
    }

    /** A number; its keys are not counted as presses, but the hash that ends it is. */
    Caller types(String number) {
        presses++;
        return send(new Input.Keys(number));
    }

    Caller isSilent(int times) {
        for (int i = 0; i < times; i++) {
            send(new Input.Silence());
        }
        return this;
    }

    Caller send(Input input) {
        turn = interpreter.turn(turn.session(), input, asker);
        listen();
        return this;
    }

    private void listen() {
        heard.add(saidNow());
    }

    /** What was said in the last turn. */
    String saidNow() {
        return turn.utterances().stream()
                .map(utterance -> ((Utterance.Say) utterance).text())
                .collect(Collectors.joining(" "));
    }

    /** Everything that was said, one turn a line. */
    String heard() {
        return String.join("\n", heard);
    }

    double secondsHeard() {
        return heard.stream().mapToDouble(Speech::seconds).sum();
    }

    int keyPresses() {
        return presses;
    }

    Turn turn() {
        return turn;
    }

    Session session() {
        return turn.session();
    }

    /** Where the call waits, as {@code flow/step}. */
    String place() {
        return session().flow() + "/" + session().step();
    }

    Expect expects() {
        return turn.expect();
    }

    Masking masking() {
        return interpreter.masks(session());
    }
}

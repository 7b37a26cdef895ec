package hotline.rehearsal;

import hotline.flow.Place;
import hotline.rehearsal.PastCall.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Pattern;

/** What was done in a past call, made out from its log: each turn is the answer to something. */
final class Script {
    private static final Place NOWHERE = new Place("", 1, 1);
    private static final Pattern HOLD_MUSIC = Pattern.compile("<Play[^>]*>[^<]*/audio/[^/<]+</Play>");
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final PastCall call;
    private final Fiction fiction;
    private final Queue<Logged> keysLeft;
    private final List<Move> moves = new ArrayList<>();
    private Duration waited = Duration.ZERO;

    Script(PastCall call, Fiction fiction) {
        this.call = call;
        this.keysLeft = new ArrayDeque<>(call.keys());
        this.fiction = fiction;
    }

    List<Move> moves() {
        for (int i = 1; i < call.turns().size(); i++) {
            turn(call.turns().get(i - 1), call.turns().get(i));
        }
        flushWait();
        moves.add(new Move.Do(NOWHERE, Deed.HANG_UP));
        return List.copyOf(moves);
    }

    private void turn(Logged before, Logged turn) {
        Optional<Logged> keys = Optional.ofNullable(keysLeft.peek())
                .filter(pressed -> pressed.at().equals(turn.at()));
        if (keys.isPresent()) {
            keysLeft.remove();
            add(new Move.Press(NOWHERE, keys(keys.get().text())));
        } else if (turn.text().contains("<Conference")) {
            meetAgent();
        } else if (before.text().contains("<Conference")) {
            leaveAgent(turn.at());
        } else if (before.text().contains("<Record")) {
            add(new Move.Speak(
                    NOWHERE, "This is a message that takes some seconds to say, as the one did that was recorded."));
        } else if (HOLD_MUSIC.matcher(before.text()).find()) {
            waited = waited.plus(Duration.between(before.at(), turn.at()));
        } else {
            add(new Move.SayNothing(NOWHERE));
        }
    }

    private void meetAgent() {
        boolean allBusy = call.agents().stream().allMatch(GivenAgent::isBusy);
        if (allBusy && moves.stream().noneMatch(Script::freesAgent)) {
            add(new Move.Do(NOWHERE, Deed.AGENT_IS_FREE));
        }
        waited = Duration.ZERO;
        add(new Move.Do(NOWHERE, Deed.AGENT_ANSWERS));
    }

    private static boolean freesAgent(Move move) {
        return move instanceof Move.Do done && done.deed() == Deed.AGENT_IS_FREE;
    }

    /** When the caller hangs up the conversation is over, too. */
    private void leaveAgent(Instant at) {
        if (at.plus(AT_ONCE).isBefore(call.endedAt())) {
            add(new Move.Do(NOWHERE, Deed.AGENT_HANGS_UP));
        }
    }

    private String keys(String logged) {
        if (!logged.contains("*") || logged.equals("*")) {
            return logged;
        }
        return (logged.matches("\\*{4}") ? fiction.lastFour() : fiction.typed(logged)) + "#";
    }

    private void add(Move move) {
        flushWait();
        moves.add(move);
    }

    private void flushWait() {
        if (!waited.isZero()) {
            moves.add(new Move.Wait(NOWHERE, Duration.ofSeconds(waited.toSeconds() + 1)));
            waited = Duration.ZERO;
        }
    }
}

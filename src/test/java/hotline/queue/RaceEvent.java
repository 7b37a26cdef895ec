package hotline.queue;

import static hotline.queue.Race.ANN;
import static hotline.queue.Race.CALL;
import static hotline.queue.Race.CUSTOMER_LEG;
import static hotline.queue.Race.OTHER_CALL;
import static hotline.queue.Race.Scene.ADVISED;
import static hotline.queue.Race.Scene.ASKING;
import static hotline.queue.Race.Scene.CUT_OFF;
import static hotline.queue.Race.Scene.DIALING;
import static hotline.queue.Race.Scene.RINGING;
import static hotline.queue.Race.Scene.TALKING;
import static hotline.queue.Race.Scene.WAITING;
import static hotline.queue.Race.Scene.WRAPPING_UP;

import hotline.agent.Presence;
import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.phone.PhoneNumber;
import hotline.store.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can happen to a caller, their contact, or its agent, each in the scenes in which it means something. */
enum RaceEvent {
    CALLER_HANGS_UP((node, race) -> node.hangsUp(CALL), WAITING, RINGING, TALKING, ASKING, ADVISED, CUT_OFF),
    CALLER_CANCELS((node, race) -> node.does(h -> node.acd.contacts().leave(h, CALL, node.now())), WAITING, RINGING),
    CALLBACK_CHOSEN((node, race) -> node.booksCallback(CALL), WAITING, RINGING),
    CALLER_ASKS((node, race) -> node.waits(CALL), RINGING, TALKING),
    /** By asking, the caller finds out that they have waited as long as anybody may. */
    QUEUE_TIMES_OUT((node, race) -> node.waits(CALL), WAITING),
    CALL_IS_LOST(
            (node, race) -> node.runs(h -> node.acd.contacts().expire(h, race.contact(), node.now())),
            WAITING,
            RINGING),
    CONVERSATION_ENDS(
            (node, race) -> node.runs(h -> node.acd.contacts().conversationOver(h, CALL, node.now())),
            TALKING,
            ASKING,
            ADVISED),
    AGENT_PHONE_ANSWERED((node, race) -> node.answersPhone(race.reservation()), RINGING),
    AGENT_ACCEPTS((node, race) -> node.presses1(race.reservation()), RINGING, TALKING, ASKING),
    AGENT_REFUSES((node, race) -> node.refuses(race.reservation()), RINGING, ASKING),
    AGENT_TIMES_OUT(
            (node, race) -> node.runs(h -> node.acd.reservations().expire(h, race.reservation(), node.now())),
            RINGING,
            TALKING,
            ASKING),
    AGENT_LEG_ENDS(
            (node, race) -> node.legEnds(race.reservation(), "no-answer"),
            RINGING,
            TALKING,
            ASKING,
            ADVISED,
            WAITING,
            WRAPPING_UP),
    AGENT_SIGNS_OUT(
            (node, race) -> node.says(ANN, Presence.OFFLINE),
            WAITING,
            RINGING,
            TALKING,
            ASKING,
            ADVISED,
            DIALING,
            WRAPPING_UP),
    AGENT_RECORDS_THE_RESULT(
            (node, race) ->
                    node.does(h -> node.acd.desk().endWrapUp(h, ANN, "resolved", Optional.of("a note"), node.now())),
            WRAPPING_UP),
    WRAP_UP_IS_PUT_OFF((node, race) -> node.does(h -> node.acd.desk().extendWrapUp(h, ANN, node.now())), WRAPPING_UP),
    /** As the deadline does, at its time; what it does then is the same now. */
    WRAP_UP_RUNS_OUT(
            (node, race) -> node.runs(h ->
                    node.acd.desk().expireWrapUp(h, race.contact(), node.now().plus(SkillRules.USUAL.wrapUp()))),
            WRAPPING_UP),
    DESK_IS_BACK((node, race) -> node.runs(h -> node.acd.desk().seen(h, ANN, node.now())), WRAPPING_UP, RINGING),
    ANOTHER_CALLER_JOINS(
            (node, race) -> node.joins(new CallSid("CA3"), new PhoneNumber("+6281111111113")),
            WAITING,
            RINGING,
            WRAPPING_UP),
    ANOTHER_AGENT_COMES((node, race) -> node.agent("bob"), WAITING, RINGING, DIALING, CUT_OFF),
    THE_OTHER_CONVERSATION_ENDS((node, race) -> node.hangsUp(OTHER_CALL), WAITING),
    CUSTOMER_ANSWERS((node, race) -> node.customerAnswers(race.dialed(), CUSTOMER_LEG), DIALING),
    CUSTOMER_CONFIRMS(
            (node, race) -> node.does(h -> node.acd.callbacks().confirmed(h, race.dialed(), CUSTOMER_LEG, node.now())),
            DIALING),
    CUSTOMER_HANGS_UP(
            (node, race) -> node.runs(h -> node.acd.callbacks().legEnded(h, race.dialed(), "completed", node.now())),
            DIALING),
    CUSTOMER_IS_NOT_REACHED(
            (node, race) -> node.runs(h -> node.acd.callbacks().expireAttempt(h, race.dialed(), node.now())), DIALING),
    CUSTOMER_RINGS_IN((node, race) -> node.joins(OTHER_CALL, CallCenter.BUDI), DIALING),
    CALLBACK_EXPIRES(
            (node, race) -> node.runs(h -> node.acd.callbacks().expire(h, race.contact(), node.now())), DIALING),

    TRANSFER(
            (node, race) -> node.does(
                    h -> node.acd.transfers().transfer(h, ANN, new Destination.ToSkill(CenterRules.SKILL), node.now())),
            TALKING,
            ASKING,
            ADVISED),
    AGENT_ASKS_FOR_ADVICE(
            (node, race) -> node.does(
                    h -> node.acd.consults().ask(h, ANN, new Destination.ToSkill(CenterRules.SKILL), node.now())),
            TALKING),
    ADVICE_IS_CALLED_OFF(
            (node, race) -> node.does(h -> node.acd.consults().cancel(h, ANN, node.now())), ASKING, ADVISED),
    CALLER_IS_HANDED_OVER(
            (node, race) -> node.does(h -> node.acd.consults().complete(h, ANN, node.now())), ASKING, ADVISED),
    ANNS_LEG_ENDS((node, race) -> node.legEnds(race.talking().orElseThrow(), "completed"), ASKING, ADVISED),
    SUPERVISOR_MOVES_UP(
            (node, race) -> node.does(h -> node.acd.supervisorMoves().moveUp(h, race.contact(), "sari", node.now())),
            WAITING,
            RINGING),
    SUPERVISOR_GIVES_IT_TO_ONE(
            (node, race) ->
                    node.does(h -> node.acd.supervisorMoves().takeFor(h, race.contact(), ANN, "sari", node.now())),
            WAITING,
            RINGING),
    SUPERVISOR_SETS_FREE(
            (node, race) -> node.does(h -> node.acd.supervisorMoves().release(h, ANN, "sari", node.now())),
            WAITING,
            RINGING,
            TALKING,
            ASKING,
            ADVISED,
            DIALING,
            WRAPPING_UP),
    /** The carrier was asked who is in the room, and nobody was. */
    CALLER_IS_FOUND_ALONE(
            (node, race) -> node.runs(h -> node.acd
                    .leftAlone()
                    .looked(h, race.contact(), new Outcome.Done(CarrierRequest.LookIn.ALONE), node.now())),
            TALKING,
            ASKING,
            ADVISED),
    CALLER_COMES_BACK(
            (node, race) -> node.runs(h -> node.acd.leftAlone().comeBack(h, race.contact(), node.now())), CUT_OFF),
    CALLER_TAKES_THEIR_OWN_WAY(
            (node, race) -> node.does(h -> node.acd.leftAlone().takesOwnWay(h, CALL)), CUT_OFF),
    CALLER_JOINS_AGAIN((node, race) -> node.joins(CALL), CUT_OFF),
    CALLBACK_IS_CANCELED_BY_KEY(
            (node, race) -> node.does(h -> node.acd.openCallbacks().cancel(h, ringsIn(), node.now())), DIALING),
    CUSTOMER_WAITS_INSTEAD(
            (node, race) -> node.does(h -> node.acd.openCallbacks().waitInstead(h, ringsIn(), node.now())), DIALING);

    private final Race.Move move;
    private final List<Race.Scene> scenes;

    RaceEvent(Race.Move move, Race.Scene... scenes) {
        this.move = move;
        this.scenes = List.of(scenes);
    }

    void happen(CallCenter node, Race race) {
        move.make(node, race);
    }

    static List<RaceEvent> in(Race.Scene scene) {
        return Stream.of(values()).filter(event -> event.scenes.contains(scene)).toList();
    }

    private static OpenCallbacks.Ringing ringsIn() {
        return new OpenCallbacks.Ringing(new CallSid("CA4"), Optional.of(CallCenter.BUDI), false);
    }
}

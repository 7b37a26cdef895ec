package hotline.call;

import hotline.flow.Input;
import hotline.phone.CallSid;
import java.util.Optional;
import java.util.UUID;

/**
 * What the carrier's webhooks ask for. Every method may be called again with the same arguments, also at the same instant, and
 * then gives the same answer and has no second effect. A method that answers a leg returns the finished document, as its
 * {@link AnswerFormat} wrote it.
 *
 * <p>All of them throw {@link hotline.store.StoreUnavailableException} when the database does not answer.
 */
public interface Conversations {
    /** A call comes in. */
    String incoming(IncomingCall call);

    /**
     * The next turn of a leg, of whatever kind.
     *
     * @param turn the turn's number in the URL; one that the leg has passed is answered as it was then
     * @throws UnknownCallException if there is no such leg
     */
    String turn(CallSid leg, int turn, Input input);

    /** The agent's phone was answered, by a person or a machine. */
    String agentAnswered(UUID reservation, CallSid leg);

    /** The phone rung for a callback was answered, by a person or a machine. */
    String callbackAnswered(UUID attempt, CallSid leg);

    /** The phone of a supervisor who wants to take part in a conversation was answered, by a person or a machine. */
    String supervisorAnswered(UUID supervision, CallSid leg);

    /** How an incoming call goes on. */
    void callStatus(CallStatusEvent event);

    /** How an agent's leg goes on. */
    void agentStatus(UUID reservation, CallStatusEvent event);

    /** How a callback's leg goes on. */
    void callbackStatus(UUID attempt, CallStatusEvent event);

    /** How a supervisor's leg goes on. */
    void supervisorStatus(UUID supervision, CallStatusEvent event);

    /** A voice could not say what it should. */
    void speechFailed(SpeechFailure failure);

    /** A leg has left a room. */
    void leftRoom(UUID room, CallSid leg);

    /** A text message came in. Returns what to answer with, if anything. */
    Optional<String> inboundText(InboundText text);

    /**
     * How a text message goes on.
     *
     * @param status the carrier's word (Twilio, "Message resource", Message status values)
     * @param errorCode the carrier's code for why it failed
     */
    void messageStatus(UUID message, String status, Optional<String> errorCode);
}

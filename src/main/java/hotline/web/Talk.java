package hotline.web;

import hotline.queue.ContactOutcome;
import hotline.queue.TalkView;
import java.util.List;
import java.util.Optional;

/**
 * The call that an agent is on, and whom they could ask or hand it to.
 *
 * @param colleagues agents who are free
 * @param skills skills of those who are there
 * @param isSupervisorFree whether a supervisor could be rung now
 */
public record Talk(TalkView call, List<Colleague> colleagues, List<String> skills, boolean isSupervisorFree) {
    /** An agent who is free. */
    public record Colleague(String username, String name) {}

    /** Whether the agent talks with a caller, not with a colleague who asked them. */
    public boolean isWithCaller() {
        return call.asker().isEmpty();
    }

    /** A colleague whose phone rings, or who is on the line. */
    public Optional<TalkView.Asked> asking() {
        return call.asked().filter(TalkView.Asked::isOpen);
    }

    /** A colleague is on the line. */
    public boolean isColleagueIn() {
        return asking().filter(TalkView.Asked::isIn).isPresent();
    }

    /** Why nobody came whom the agent asked last, as the page's texts name it. */
    public Optional<String> whyNobodyCame() {
        return call.asked()
                .flatMap(TalkView.Asked::outcome)
                .filter(outcome -> outcome == ContactOutcome.REFUSED || outcome == ContactOutcome.TIMED_OUT)
                .map(ContactOutcome::word);
    }

    /** Changes whenever the list of people to hand the caller to is another one. */
    public String choicesKey() {
        return call.contact() + ":" + asking().isPresent() + ":"
                + Integer.toHexString(
                        List.of(colleagues, skills, isSupervisorFree).hashCode());
    }
}

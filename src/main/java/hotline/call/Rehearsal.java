package hotline.call;

import hotline.flow.VoiceFlows;
import hotline.queue.Staffing;
import java.time.Duration;

/**
 * What marks a call that was rung to try the flows, on a draft or as if it were another time. No figure counts it.
 *
 * @param hoursShift how far ahead of the real time, or behind it, the call is told whether agents are there. A distance and not a moment, so
 *     that the time that passes in the call needs no reckoning.
 */
record Rehearsal(Duration hoursShift) {
    /** One that happens now. */
    static final Rehearsal NOW = new Rehearsal(Duration.ZERO);

    /** When agents are there, as these flows say. */
    Staffing staffing(VoiceFlows flows) {
        return (skill, at) -> flows.isStaffed(skill, at.plus(hoursShift));
    }
}

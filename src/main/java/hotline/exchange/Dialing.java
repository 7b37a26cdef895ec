package hotline.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Rings a phone for a leg that Hotline asked for, until it is answered, refused or given up.
 * https://www.twilio.com/docs/voice/api/call-resource, "Timeout".
 */
final class Dialing {
    /** How long a machine talks before it is known for one; https://www.twilio.com/docs/voice/answering-machine-detection. */
    private static final Duration MACHINE_IS_KNOWN = Duration.ofSeconds(4);

    private static final Duration HUMAN_IS_KNOWN = Duration.ofSeconds(2);

    private final Network network;
    private final CallLeg leg;
    private final Duration longest;
    private final Runnable whenAnswered;
    private final @Nullable MachineDetection detection;
    private Timeline.@Nullable Timer giveUp;

    /** What is to be found out about who answers; {@code tell} is null where the call itself waits for the answer. */
    record MachineDetection(boolean toMessageEnd, @Nullable Webhook tell) {}

    Dialing(
            Network network,
            CallLeg leg,
            Duration longest,
            @Nullable MachineDetection detection,
            Runnable whenAnswered) {
        this.network = network;
        this.leg = leg;
        this.longest = longest;
        this.detection = detection;
        this.whenAnswered = whenAnswered;
    }

    void begin(Duration timeout) {
        network.timeline.after(Duration.ZERO, () -> ring(timeout));
    }

    private void ring(Duration timeout) {
        if (leg.status().isEnded()) {
            return;
        }
        leg.progress().initiated(leg);
        CallStatus refusal = leg.phone().refusal();
        if (refusal != null) {
            leg.end(refusal);
            return;
        }
        giveUp = network.timeline.after(timeout, () -> leg.end(CallStatus.NO_ANSWER));
        leg.whenEnded(giveUp::cancel);
        leg.rings();
        leg.phone().rings(leg, this::answered);
    }

    private void answered() {
        if (leg.status() != CallStatus.RINGING) {
            return;
        }
        if (giveUp != null) {
            giveUp.cancel();
        }
        leg.answered(longest);
        if (detection == null) {
            whenAnswered.run();
            return;
        }
        boolean machine = leg.phone().isMachine();
        network.timeline.after(machine ? MACHINE_IS_KNOWN : HUMAN_IS_KNOWN, () -> known(machine, detection));
        if (detection.tell() != null) {
            whenAnswered.run();
        }
    }

    private void known(boolean machine, MachineDetection asked) {
        if (leg.status().isEnded()) {
            return;
        }
        String machineText = asked.toMessageEnd() ? "machine_end_beep" : "machine_start";
        leg.answeredBy(machine ? machineText : "human");
        Webhook tell = asked.tell();
        if (tell == null) {
            whenAnswered.run();
        } else {
            String took = String.valueOf((machine ? MACHINE_IS_KNOWN : HUMAN_IS_KNOWN).toMillis());
            Webhook about = new Webhook(tell.url(), tell.method(), leg.parameters(), leg.sid());
            network.webhooks.tell(about.and("MachineDetectionDuration", took));
        }
    }
}

package hotline.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A phone dials: to one of Hotline's numbers, or to where no one is. */
final class IncomingCall {
    private final Network network;
    private final Handset phone;
    private final String to;

    IncomingCall(Network network, Handset phone, String to) {
        this.network = network;
        this.phone = phone;
        this.to = to;
    }

    void begin() {
        network.findServed(to).ifPresentOrElse(this::ring, this::notInService);
    }

    private void ring(HotlineNumber number) {
        CallLeg leg = new CallLeg(network, phone.number(), to, CallDirection.INBOUND, phone, null);
        leg.reportTo(new CallProgress(network, number.statusCallback(), "POST", Set.of("completed")));
        leg.fallBackTo(number.voiceFallbackUrl(), "POST");
        phone.dials(leg);
        network.log.add(CallLine.Kind.RING, leg.sid(), phone.number(), "dials " + to);
        leg.rings();
        network.timeline.after(Duration.ZERO, () -> {
            if (!leg.status().isEnded()) {
                leg.follow(new Webhook(number.voiceUrl(), "POST", List.of(), leg.sid()));
            }
        });
    }

    private void notInService() {
        String words = "The number you have dialed is not in service.";
        phone.hears(Heard.Kind.SPEECH, "network", words, "en-US", null);
        network.timeline.after(SpeechTime.of(words), () -> {
            if (phone.isOn(to)) {
                phone.onHook(CallStatus.FAILED);
            }
        });
    }
}

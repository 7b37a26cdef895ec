package hotline.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A phone dials: to one of Hotline's numbers, or to where no one is. */
final class IncomingCall {
    private final Network network;
    private final Handset phone;
    private final String to;
    private final String voiceQuery;

    /** @param voiceQuery what is added to the address that the number asks; may be empty */
    IncomingCall(Network network, Handset phone, String to, String voiceQuery) {
        this.network = network;
        this.phone = phone;
        this.to = to;
        this.voiceQuery = voiceQuery;
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
                leg.follow(new Webhook(address(number.voiceUrl()), "POST", List.of(), leg.sid()));
            }
        });
    }

    private URI address(URI voiceUrl) {
        if (voiceQuery.isEmpty()) {
            return voiceUrl;
        }
        return URI.create(voiceUrl + (voiceUrl.getRawQuery() == null ? "?" : "&") + voiceQuery);
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

package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.ExchangeSettings;
import hotline.exchange.Phone;
import hotline.exchange.RestClient;
import hotline.ticket.Voicemail;
import hotline.twilio.Recordings;
import hotline.twilio.TwilioAccount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callers who leave a message instead of waiting: whole calls on the built-in network. */
class VoicemailCallTest extends BusyHotline {
    private Phone leavesMessage(String words) {
        everybodyIsBusy();
        Phone caller = waits();
        rig.pass(Duration.ofSeconds(20));
        caller.press("2");
        rig.exchange()
                .advanceUntil(
                        () -> caller.heard().stream()
                                .anyMatch(heard -> heard.text().equals("beep")),
                        Duration.ofMinutes(1));
        assertThat(spoken(caller)).contains("Pesan Anda akan direkam.");
        if (!words.isEmpty()) {
            caller.say(words);
            rig.pass(SHORT);
        }
        return caller;
    }

    private List<Voicemail> messages() {
        return rig.read(handle -> rig.core().voicemails().listUnheard(handle, 10));
    }

    private List<String> outcomes(Phone caller) {
        return rig.read(handle -> handle.createQuery("select outcome from contact where caller = :caller")
                .bind("caller", caller.number())
                .mapTo(String.class)
                .list());
    }

    @Test
    void a_message_is_kept_on_a_ticket_and_its_audio_can_be_had_from_the_carrier() {
        Phone caller = leavesMessage("Halo, paket saya sampai sekarang belum datang juga, tolong dicek.");
        caller.press("#");
        rig.pass(SHORT);

        assertThat(spoken(caller)).contains("Pesan Anda sudah kami terima");
        Voicemail message = messages().get(0);
        assertThat(rig.tickets())
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.number()).isEqualTo(message.ticket()));
        assertThat(message.seconds()).isBetween(3, 6);
        assertThat(outcomes(caller)).containsExactly("voicemail");
        TwilioAccount account = new TwilioAccount(
                rig.exchange().settings().accountSid(),
                rig.exchange().settings().authToken(),
                rig.exchange().address());
        assertThat(new String(new Recordings(account).fetch(message.url()), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
    }

    @Test
    void a_message_is_kept_also_when_the_caller_just_hangs_up_after_it() {
        leavesMessage("Halo, paket saya sampai sekarang belum datang juga, tolong dicek.")
                .hangUp();
        rig.pass(SHORT);

        assertThat(messages()).hasSize(1);
    }

    @Test
    void who_says_nothing_leaves_nothing() {
        Phone caller = leavesMessage("");
        rig.pass(Duration.ofSeconds(15));

        assertThat(messages()).isEmpty();
        assertThat(rig.tickets()).isEmpty();
        assertThat(outcomes(caller)).containsExactly("left");
    }

    @Test
    void who_hangs_up_instead_of_speaking_leaves_nothing() {
        Phone caller = leavesMessage("");
        rig.pass(Duration.ofSeconds(3));
        caller.hangUp();
        rig.pass(SHORT);

        assertThat(messages()).isEmpty();
        assertThat(rig.tickets()).isEmpty();
    }

    private int recordingsAtTheCarrier() {
        ExchangeSettings settings = rig.exchange().settings();
        return new RestClient(rig.exchange().address(), settings.accountSid(), settings.authToken())
                .get("/Recordings.json")
                .body()
                .path("recordings")
                .size();
    }

    @Test
    void a_breath_is_no_message_and_does_not_stay_at_the_carrier() {
        Phone caller = leavesMessage("");
        caller.say("Eh");
        caller.press("#");
        rig.pass(SHORT);
        assertThat(messages()).isEmpty();
        assertThat(recordingsAtTheCarrier()).isEqualTo(1);
        rig.pass(Duration.ofMinutes(2));
        assertThat(recordingsAtTheCarrier()).isZero();
    }

    @Test
    void a_message_stays_at_the_carrier() {
        leavesMessage("Halo, paket saya sampai sekarang belum datang juga, tolong dicek.")
                .hangUp();
        rig.pass(Duration.ofMinutes(2));
        assertThat(recordingsAtTheCarrier()).isEqualTo(1);
    }
}

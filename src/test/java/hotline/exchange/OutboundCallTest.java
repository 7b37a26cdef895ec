package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboundCallTest extends ExchangeTest {

    private String dial(String... more) {
        String[] form = new String[6 + more.length];
        String[] first = {
            "To", AGENT, "From", HOTLINE, "Url", hotline.url("/agent").toString()
        };
        System.arraycopy(first, 0, form, 0, 6);
        System.arraycopy(more, 0, form, 6, more.length);
        RestClient.Reply reply = rest.post("/Calls.json", form);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("status")).isEqualTo("queued");
        assertThat(reply.text("direction")).isEqualTo("outbound-api");
        seconds(0);
        return reply.text("sid");
    }

    private String statusOf(String sid) {
        return rest.get("/Calls/" + sid + ".json").text("status");
    }

    @Test
    void a_phone_that_is_rung_and_answered_hears_what_the_url_says() {
        hotline.on("/agent", "<Say>A caller waits for you.</Say>");

        String sid = dial();
        assertThat(agent.isRinging()).isTrue();
        assertThat(agent.otherEnd()).contains(HOTLINE);
        assertThat(statusOf(sid)).isEqualTo("ringing");
        agent.answer();
        assertThat(statusOf(sid)).isEqualTo("in-progress");
        exchange.runUntilQuiet();

        assertThat(agent.words()).containsExactly("A caller waits for you.");
        assertThat(hotline.lastAsked("/agent").value("CallStatus")).isEqualTo("in-progress");
        assertThat(hotline.lastAsked("/agent").value("Direction")).isEqualTo("outbound-api");
        assertThat(statusOf(sid)).isEqualTo("completed");
    }

    @Test
    void all_events_are_told_to_those_who_ask_for_them_and_only_the_last_to_others() {
        hotline.on("/agent", "<Hangup/>");

        String events = hotline.url("/events").toString();
        dial(
                "StatusCallback",
                events,
                "StatusCallbackEvent",
                "initiated",
                "StatusCallbackEvent",
                "ringing answered completed");
        agent.answer();
        exchange.runUntilQuiet();
        assertThat(hotline.asked("/events"))
                .extracting(a -> a.value("CallStatus"), a -> a.value("SequenceNumber"))
                .containsExactly(
                        tuple("initiated", "0"),
                        tuple("ringing", "1"),
                        tuple("in-progress", "2"),
                        tuple("completed", "3"));

        hotline.on("/quiet", "");
        dial("StatusCallback", hotline.url("/quiet").toString());
        agent.reject();
        assertThat(hotline.asked("/quiet"))
                .extracting(a -> a.value("CallStatus"))
                .containsExactly("busy");
    }

    @Test
    void a_phone_that_no_one_answers_rings_for_a_minute_or_for_as_long_as_was_asked() {
        String first = dial();
        seconds(59);
        assertThat(agent.isRinging()).isTrue();
        seconds(1);
        assertThat(agent.isRinging()).isFalse();
        assertThat(statusOf(first)).isEqualTo("no-answer");

        dial("Timeout", "20");
        seconds(20);
        assertThat(agent.isRinging()).isFalse();
    }

    @Test
    void habits_decide_what_a_phone_does_by_itself() {
        agent.habit(Phone.Habit.BUSY, Duration.ZERO);
        assertThat(statusOf(dial())).isEqualTo("busy");
        agent.habit(Phone.Habit.UNREACHABLE, Duration.ZERO);
        assertThat(statusOf(dial())).isEqualTo("failed");
        agent.habit(Phone.Habit.NEVER_ANSWERS, Duration.ZERO);
        String sid = dial();
        exchange.runUntilQuiet();
        assertThat(statusOf(sid)).isEqualTo("no-answer");
        hotline.on("/agent", "<Pause length=\"60\"/>");
        agent.habit(Phone.Habit.ANSWERS, Duration.ofSeconds(7));
        dial();
        seconds(6);
        assertThat(agent.isRinging()).isTrue();
        seconds(1);
        assertThat(agent.isTalking()).isTrue();
    }

    @Test
    void machine_detection_tells_a_machine_from_a_person() {
        hotline.on("/agent", "<Hangup/>");
        agent.habit(Phone.Habit.VOICEMAIL, Duration.ofSeconds(2));
        String sid = dial("MachineDetection", "Enable");
        exchange.runUntilQuiet();
        assertThat(hotline.lastAsked("/agent").value("AnsweredBy")).isEqualTo("machine_start");
        assertThat(rest.get("/Calls/" + sid + ".json").text("answered_by")).isEqualTo("machine_start");
    }

    @Test
    void a_call_in_progress_is_led_elsewhere_and_one_that_has_ended_is_not() {
        hotline.on("/agent", "<Gather><Say>Please press a key, any key you like.</Say></Gather>")
                .on("/elsewhere", "<Say>Elsewhere.</Say>");
        String sid = dial();
        assertThat(rest.post(
                                "/Calls/" + sid + ".json",
                                "Url",
                                hotline.url("/elsewhere").toString())
                        .text("code"))
                .isEqualTo("21220");
        agent.answer();
        seconds(1);
        rest.post("/Calls/" + sid + ".json", "Url", hotline.url("/elsewhere").toString());
        exchange.runUntilQuiet();
        assertThat(agent.words()).containsExactly("Please press a key, any key you like.", "Elsewhere.");

        RestClient.Reply late = rest.post("/Calls/" + sid + ".json", "Status", "completed");
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.text("code")).isEqualTo("21220");
        assertThat(late.text("more_info")).isEqualTo("https://www.twilio.com/docs/errors/21220");
    }

    @Test
    void canceled_stops_a_ringing_call_and_completed_ends_a_live_one() {
        hotline.on("/agent", "<Pause length=\"60\"/>");
        String ringing = dial();
        rest.post("/Calls/" + ringing + ".json", "Status", "canceled");
        assertThat(agent.isIdle()).isTrue();
        assertThat(statusOf(ringing)).isEqualTo("canceled");
        String live = dial();
        agent.answer();
        rest.post("/Calls/" + live + ".json", "Status", "completed");
        assertThat(agent.isIdle()).isTrue();
        assertThat(statusOf(live)).isEqualTo("completed");
    }

    @Test
    void inline_twiml_needs_absolute_addresses() {
        complaintsExpected = true;
        rest.post(
                "/Calls.json",
                "To",
                AGENT,
                "From",
                HOTLINE,
                "Twiml",
                "<Response><Say>Hello.</Say><Redirect>/relative</Redirect></Response>");
        seconds(0);
        agent.answer();
        exchange.runUntilQuiet();
        assertThat(agent.words()).startsWith("Hello.");
        assertThat(exchange.complaints()).extracting(Complaint::code).containsExactly(11100);
    }
}

package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConferenceTest extends ExchangeTest {
    private static final String SUPERVISOR = "+6281300000002";

    private final Phone supervisor = exchange.phone(SUPERVISOR);

    /** The caller waits in a room that only others can start, and goes on behind it when it is over. */
    private void callerWaits() {
        hotline.on(
                        "/voice",
                        "<Dial action=\"/over\"><Conference startConferenceOnEnter=\"false\" endConferenceOnExit=\"true\""
                                + " waitUrl=\"/music\" beep=\"false\" statusCallback=\"/events\""
                                + " statusCallbackEvent=\"start end join leave mute hold modify\">room</Conference></Dial>")
                .on("/music", "<Say>Please hold.</Say><Pause length=\"10\"/><Redirect/>")
                .on("/over", "<Say>How was it?</Say>");
        caller.dial(HOTLINE);
        seconds(1);
    }

    private String agentJoins(String attributes) {
        hotline.on(
                "/agent", "<Dial><Conference " + attributes + ">room</Conference></Dial><Say>Behind the dial.</Say>");
        String sid = rest.post(
                        "/Calls.json",
                        "To",
                        AGENT,
                        "From",
                        HOTLINE,
                        "Url",
                        hotline.url("/agent").toString())
                .text("sid");
        seconds(0);
        agent.answer();
        seconds(1);
        return sid;
    }

    private String conferenceSid() {
        return rest.get("/Conferences.json?FriendlyName=room")
                .body()
                .path("conferences")
                .path(0)
                .path("sid")
                .asText();
    }

    private List<String> events() {
        return hotline.asked("/events").stream()
                .map(a -> a.value("StatusCallbackEvent"))
                .toList();
    }

    @Test
    void one_who_waits_hears_the_music_until_the_other_comes_and_then_both_hear_each_other() {
        callerWaits();
        assertThat(caller.words()).containsExactly("Please hold.");
        assertThat(hotline.lastAsked("/music").value("ConferenceSid")).startsWith("CF");
        seconds(12);
        assertThat(caller.words()).containsExactly("Please hold.", "Please hold.");
        agentJoins("beep=\"false\"");
        caller.say("Halo?");
        agent.say("Halo, dengan Sari.");
        seconds(30);

        assertThat(caller.words()).hasSize(2);
        assertThat(caller.heard()).extracting(Heard::text).contains("Halo, dengan Sari.");
        assertThat(agent.heard()).extracting(Heard::text).contains("Halo?");
        assertThat(events()).containsExactly("participant-join", "participant-join", "conference-start");
    }

    @Test
    void two_who_may_not_start_it_wait_for_a_third() {
        callerWaits();
        agentJoins("startConferenceOnEnter=\"false\" waitUrl=\"\"");
        agent.say("Is anybody there?");
        assertThat(caller.heard()).extracting(Heard::text).doesNotContain("Is anybody there?");
        rest.post("/Conferences/" + conferenceSid() + "/Participants.json", "From", HOTLINE, "To", SUPERVISOR);
        seconds(0);
        supervisor.answer();
        agent.say("Now there is.");
        assertThat(caller.heard()).extracting(Heard::text).contains("Now there is.");
        assertThat(events()).endsWith("participant-join", "conference-start");
    }

    @Test
    void when_the_caller_leaves_the_conference_ends_for_the_agent_who_goes_on_behind_the_dial() {
        callerWaits();
        agentJoins("");
        caller.hangUp();
        exchange.runUntilQuiet();

        assertThat(agent.words()).containsExactly("Behind the dial.");
        assertThat(events().subList(3, 6)).containsExactly("participant-leave", "participant-leave", "conference-end");
        ScriptedHotline.Asked end = hotline.lastAsked("/events");
        assertThat(end.value("ReasonConferenceEnded")).isEqualTo("participant-with-end-conference-on-exit-left");
        assertThat(hotline.asked("/events").get(3).value("ReasonParticipantLeft"))
                .isEqualTo("participant_hung_up");
        assertThat(hotline.asked("/events").get(4).value("ReasonParticipantLeft"))
                .isEqualTo("moderator_ended_conference");
    }

    @Test
    void when_the_agent_leaves_the_caller_stays_in_silence_until_led_elsewhere() {
        callerWaits();
        agentJoins("");
        agent.hangUp();
        seconds(60);
        assertThat(caller.isTalking()).isTrue();
        assertThat(caller.words()).containsExactly("Please hold.");

        hotline.on("/back", "<Say>Welcome back.</Say>");
        String sid = caller.callSid().orElseThrow();
        rest.post("/Calls/" + sid + ".json", "Url", hotline.url("/back").toString());
        exchange.runUntilQuiet();
        assertThat(caller.words()).contains("Welcome back.");
        assertThat(hotline.asked("/over")).isEmpty();
        assertThat(exchange.openCalls()).isZero();
    }

    @Test
    void the_dial_action_is_asked_when_the_conference_is_over() {
        callerWaits();
        agentJoins("endConferenceOnExit=\"true\"");
        agent.hangUp();
        exchange.runUntilQuiet();

        assertThat(hotline.lastAsked("/over").value("DialCallStatus")).isEqualTo("answered");
        assertThat(hotline.lastAsked("/over").form()).doesNotContainKey("DialCallSid");
        assertThat(caller.words()).contains("How was it?");
    }

    @Test
    void who_is_muted_or_on_hold_or_only_coaching_is_not_heard_by_the_caller() {
        callerWaits();
        String agentSid = agentJoins("");
        String room = "/Conferences/" + conferenceSid() + "/Participants";
        RestClient.Reply joined = rest.post(
                room + ".json",
                "From",
                HOTLINE,
                "To",
                SUPERVISOR,
                "Label",
                "supervisor",
                "Coaching",
                "true",
                "CallSidToCoach",
                agentSid,
                "EndConferenceOnExit",
                "false",
                "Beep",
                "false");
        assertThat(joined.status()).isEqualTo(201);
        seconds(0);
        supervisor.answer();
        supervisor.say("Offer a refund.");
        agent.say("We can refund you.");
        assertThat(agent.heard()).extracting(Heard::text).contains("Offer a refund.");
        assertThat(caller.heard())
                .extracting(Heard::text)
                .contains("We can refund you.")
                .doesNotContain("Offer a refund.");
        assertThat(supervisor.heard()).extracting(Heard::text).contains("We can refund you.");

        rest.post(room + "/" + agentSid + ".json", "Muted", "true");
        agent.say("I am muted.");
        rest.post(room + "/" + agentSid + ".json", "Muted", "false");
        String callerSid = caller.callSid().orElseThrow();
        rest.post(
                room + "/" + callerSid + ".json",
                "Hold",
                "true",
                "HoldUrl",
                hotline.url("/music").toString(),
                "HoldMethod",
                "POST");
        agent.say("The caller is on hold.");
        seconds(1);
        assertThat(caller.heard()).extracting(Heard::text).doesNotContain("I am muted.", "The caller is on hold.");
        assertThat(caller.words()).containsExactly("Please hold.", "Please hold.");
        rest.post(room + "/" + callerSid + ".json", "Hold", "false");
        agent.say("Thank you for holding.");
        assertThat(caller.heard()).extracting(Heard::text).contains("Thank you for holding.");

        rest.post(room + "/supervisor.json", "Coaching", "false");
        supervisor.say("This is the supervisor.");
        assertThat(caller.heard()).extracting(Heard::text).contains("This is the supervisor.");
        assertThat(events())
                .contains("participant-mute", "participant-unmute", "participant-hold", "participant-unhold");
        assertThat(rest.get(room + ".json").body().path("participants")).hasSize(3);
        assertThat(rest.delete(room + "/supervisor.json").status()).isEqualTo(204);
        assertThat(supervisor.isIdle()).isTrue();
    }

    @Test
    void a_participant_who_does_not_answer_is_never_in() {
        callerWaits();
        String room = "/Conferences/" + conferenceSid() + "/Participants.json";
        rest.post(room, "From", HOTLINE, "To", AGENT, "Timeout", "15");
        seconds(14);
        assertThat(rest.get(room).body().path("participants").findValuesAsText("status"))
                .containsExactlyInAnyOrder("connected", "ringing");
        seconds(1);
        assertThat(rest.get(room).body().path("participants")).hasSize(1);
        assertThat(hotline.lastAsked("/events").value("ParticipantCallStatus")).isEqualTo("no-answer");
        assertThat(caller.isTalking()).isTrue();
    }

    @Test
    void the_api_ends_a_conference_for_everyone() {
        callerWaits();
        agentJoins("");
        rest.post("/Conferences/" + conferenceSid() + ".json", "Status", "completed");
        exchange.runUntilQuiet();
        assertThat(caller.words()).contains("How was it?");
        assertThat(agent.words()).contains("Behind the dial.");
        assertThat(hotline.lastAsked("/events").value("ReasonConferenceEnded")).isEqualTo("conference-ended-via-api");
    }

    @Test
    void a_wait_address_that_fails_ends_the_dial() {
        complaintsExpected = true;
        callerWaitsAtABrokenAddress();
        assertThat(hotline.lastAsked("/over").value("DialCallStatus")).isEqualTo("failed");
        assertThat(exchange.complaints()).hasSize(1);
    }

    private void callerWaitsAtABrokenAddress() {
        hotline.on("/voice", "<Dial action=\"/over\"><Conference waitUrl=\"/nowhere\">room</Conference></Dial>")
                .on("/over", "<Hangup/>");
        caller.dial(HOTLINE);
        exchange.runUntilQuiet();
    }
}

package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestApiTest extends ExchangeTest {
    private static final String NOWHERE = "CA00000000000000000000000000000000";

    @BeforeEach
    void anAgentCanBeCalled() {
        hotline.on("/agent", "<Hangup/>");
    }

    @Test
    void a_request_needs_the_accounts_own_token() {
        complaintsExpected = true;
        RestClient.Reply reply = new RestClient(exchange.address(), ACCOUNT, "wrong").get("/Calls.json");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body().toString())
                .isEqualTo("{\"code\":20003,\"message\":\"Authenticate\","
                        + "\"more_info\":\"https://www.twilio.com/docs/errors/20003\",\"status\":401}");
        assertThat(exchange.complaints()).hasSize(1);
    }

    @Test
    void a_reply_is_dated_by_the_clock_of_the_network() {
        assertThat(rest.get("/Calls.json").response().headers().allValues("Date"))
                .containsExactly("Mon, 02 Mar 2026 02:00:00 GMT");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/Calls.json | From=HOTLINE;Url=URL | 400 | 21201 | true",
                "/Calls.json | To=AGENT;Url=URL | 400 | 21213 | true",
                "/Calls.json | To=AGENT;From=HOTLINE | 400 | 21205 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=/relative | 400 | 20422 | true",
                "/Calls.json | To=0812345;From=HOTLINE;Url=URL | 400 | 21211 | false",
                "/Calls.json | To=AGENT;From=+62999;Url=URL | 400 | 21210 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=URL;Volume=11 | 400 | 20001 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=URL;Timeout=soon | 400 | 20422 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=URL;Timeout=-5 | 400 | 20422 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=URL;Timeout=0 | 400 | 20422 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=URL;Timeout=601 | 400 | 20422 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=URL;MachineDetection=Bogus | 400 | 20422 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=URL;SendDigits=zzz | 400 | 20001 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=URL;Record=true | 400 | 20001 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=URL;ApplicationSid=AP1 | 400 | 20001 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=URL;Method=PUT | 400 | 20422 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=URL;To=AGENT | 400 | 20422 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Url=URL;StatusCallbackEvent=finished | 400 | 21626 | true",
                "/Calls.json | To=AGENT;From=HOTLINE;Twiml=<Response><Shout/></Response> | 400 | 12200 | true",
                "/Calls/CA00000000000000000000000000000000.json | Status=completed | 404 | 20404 | false",
                "/Calls/CA00000000000000000000000000000000.json | Status=busy | 400 | 20422 | true",
                "/Messages.json | From=HOTLINE;Body=x | 400 | 21604 | true",
                "/Messages.json | To=AGENT;Body=x | 400 | 21603 | true",
                "/Messages.json | To=AGENT;From=HOTLINE | 400 | 21602 | true",
                "/Messages.json | To=112;From=HOTLINE;Body=x | 400 | 21211 | false",
                "/Messages.json | To=AGENT;From=+62999;Body=x | 400 | 21606 | true",
                "/Messages.json | To=AGENT;From=HOTLINE;Body=x;ValidityPeriod=0 | 400 | 20422 | true",
                "/Messages.json | To=AGENT;From=HOTLINE;Body=x;ValidityPeriod=36001 | 400 | 20422 | true",
                "/Messages.json | To=AGENT;From=HOTLINE;Body=x;MediaUrl=URL | 400 | 20001 | true",
                "/Messages.json | To=AGENT;From=HOTLINE;Body=x;ScheduleType=fixed | 400 | 20001 | true",
                "/Conferences/CF00000000000000000000000000000000.json | Status=completed | 404 | 20404 | false",
                "/Queues.json | FriendlyName=x | 404 | 20404 | true",
            })
    void what_the_api_does_not_take_is_refused_with_twilios_code(
            String path, String form, int status, int code, boolean complaint) {
        complaintsExpected = true;
        RestClient.Reply reply = rest.post(path, pairs(form));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("code").asInt()).isEqualTo(code);
        assertThat(exchange.complaints()).hasSize(complaint ? 1 : 0);
        assertThat(exchange.openCalls()).isZero();
    }

    private String[] pairs(String form) {
        return form.replace("HOTLINE", HOTLINE)
                .replace("AGENT", AGENT)
                .replace("URL", hotline.url("/agent").toString())
                .replace("=<", "=\0<")
                .replaceAll("(^|;)([A-Za-z]+)=\0?", "$1$2;")
                .split(";", -1);
    }

    @Test
    void what_stands_at_the_ends_of_a_range_is_taken() {
        for (String timeout : List.of("1", "600")) {
            RestClient.Reply call = rest.post(
                    "/Calls.json",
                    "To",
                    AGENT,
                    "From",
                    HOTLINE,
                    "Url",
                    hotline.url("/agent").toString(),
                    "Record",
                    "false",
                    "Timeout",
                    timeout);
            assertThat(call.status()).isEqualTo(201);
            exchange.runUntilQuiet();
        }
        assertThat(rest.get("/Calls.json?PageSize=1000").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PageSize=0", "PageSize=1001", "Page=-1"})
    void a_page_has_one_to_a_thousand_entries(String query) {
        complaintsExpected = true;
        assertThat(rest.get("/Calls.json?" + query).status()).isEqualTo(400);
        assertThat(exchange.complaints()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "OPTIONS"})
    void a_method_that_no_operation_has_is_refused(String method) {
        complaintsExpected = true;
        assertThat(rest.send(method, "/Calls.json").text("code")).isEqualTo("20004");
        assertThat(exchange.complaints()).hasSize(1);
    }

    @Test
    void another_method_or_another_account_is_refused() {
        complaintsExpected = true;
        assertThat(rest.delete("/Calls.json").text("code")).isEqualTo("20004");
        RestClient other = new RestClient(exchange.address(), "AC" + "f".repeat(32), TOKEN);
        assertThat(other.get("/Calls.json").status()).isEqualTo(401);
        assertThat(rest.get("/Calls/" + NOWHERE + ".json").text("code")).isEqualTo("20404");
    }

    private String dial(String to) {
        String sid = rest.post(
                        "/Calls.json",
                        "To",
                        to,
                        "From",
                        HOTLINE,
                        "Url",
                        hotline.url("/agent").toString())
                .text("sid");
        seconds(0);
        return sid;
    }

    @Test
    void a_call_has_all_of_twilios_fields() {
        String sid = dial(AGENT);
        agent.answer();
        exchange.runUntilQuiet();
        RestClient.Reply call = rest.get("/Calls/" + sid + ".json");
        assertThat(call.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "sid",
                        "date_created",
                        "date_updated",
                        "parent_call_sid",
                        "account_sid",
                        "to",
                        "to_formatted",
                        "from",
                        "from_formatted",
                        "phone_number_sid",
                        "status",
                        "start_time",
                        "end_time",
                        "duration",
                        "price",
                        "price_unit",
                        "direction",
                        "answered_by",
                        "api_version",
                        "forwarded_from",
                        "group_sid",
                        "caller_name",
                        "queue_time",
                        "trunk_sid",
                        "uri",
                        "subresource_uris");
        assertThat(call.text("start_time")).isEqualTo("Mon, 02 Mar 2026 02:00:00 +0000");
        assertThat(call.text("uri")).isEqualTo("/2010-04-01/Accounts/" + ACCOUNT + "/Calls/" + sid + ".json");
    }

    @Test
    void lists_are_filtered_and_come_in_pages_newest_first() {
        String first = dial(AGENT);
        agent.reject();
        seconds(3600);
        String second = dial(AGENT);
        String third = dial("+6281300000003");

        assertThat(sids("/Calls.json")).containsExactly(third, second, first);
        assertThat(sids("/Calls.json?To=" + encode(AGENT))).containsExactly(second, first);
        assertThat(sids("/Calls.json?To=" + encode(AGENT) + "&StartTime%3E=2026-03-02T02:30:00Z"))
                .containsExactly(second);
        assertThat(sids("/Calls.json?StartTime%3C=2026-03-02T02:30:00Z")).containsExactly(first);
        assertThat(sids("/Calls.json?StartTime=2026-03-03")).isEmpty();

        RestClient.Reply page = rest.get("/Calls.json?PageSize=2");
        assertThat(page.body().path("calls")).hasSize(2);
        String next = page.text("next_page_uri").replace("/2010-04-01/Accounts/" + ACCOUNT, "");
        assertThat(sids(next)).containsExactly(first);
        assertThat(rest.get(next).body().path("next_page_uri").isNull()).isTrue();
    }

    private List<String> sids(String path) {
        return rest.get(path).body().path("calls").findValuesAsText("sid");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

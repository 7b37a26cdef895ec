package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Phone;
import hotline.flow.Voice;
import hotline.phone.Language;
import hotline.store.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The carrier has lost a voice, and callers hear its fallback. */
class GoneVoiceCallTest {
    private static final String OTHER_CALLER = "+6281298760001";

    private CallRig rig;

    private void start(String database) {
        rig = CallRig.start(database.equals("H2") ? TestDatabase.h2Url() : TestDatabase.postgresUrl(), Map.of());
        rig.openShop();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private Voice voice(Language language) {
        return rig.core().flows().voice(language);
    }

    private Phone ring(String from) {
        Phone phone = rig.exchange().phone(from).dial(CallRig.HOTLINE);
        rig.listen(phone);
        rig.pass(Duration.ofSeconds(3));
        return phone;
    }

    private String lastAnswer() {
        return rig.read(
                handle -> handle.createQuery("select answer from call_turn order by taken_at desc, turn desc limit 1")
                        .mapTo(String.class)
                        .one());
    }

    private String ready() throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(rig.url() + "/health/ready"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void the_first_sentence_is_lost_and_the_next_one_is_the_fallbacks_for_an_hour(String database) throws Exception {
        start(database);
        Voice voice = voice(Language.ENGLISH);
        Phone caller = ring(CallRig.CALLER);
        assertThat(ready()).contains("\"all speak\"");
        rig.exchange().faults().loseVoice(voice.name());
        int before = caller.words().size();

        caller.press("9");
        rig.pass(Duration.ofSeconds(1));
        assertThat(lastAnswer()).contains("voice=\"" + voice.name() + "\"");
        assertThat(caller.words().subList(before, caller.words().size())).noneMatch(words -> words.contains("Welcome"));

        caller.press("3");
        rig.listen(caller);
        rig.pass(Duration.ofSeconds(5));
        assertThat(lastAnswer()).contains("voice=\"" + voice.fallback().orElseThrow() + "\"");
        assertThat(lastAnswer()).doesNotContain(voice.name());
        assertThat(caller.words().get(caller.words().size() - 1)).isNotEmpty();
        assertThat(caller.words().size()).isGreaterThan(before + 1);
        assertThat(ready()).contains("\"status\":\"up\"").contains(voice.name() + " failed (13321), tried again at ");
        caller.hangUp();

        rig.exchange().faults().heal();
        rig.pass(Duration.ofMinutes(50));
        Phone soon = ring(OTHER_CALLER);
        assertThat(lastAnswer()).contains(voice.fallback().orElseThrow()).doesNotContain(voice.name());
        soon.hangUp();

        rig.pass(Duration.ofMinutes(10));
        Phone later = ring(OTHER_CALLER);
        assertThat(lastAnswer())
                .contains(voice.name())
                .doesNotContain(voice.fallback().orElseThrow());
        later.hangUp();
        rig.pass(Duration.ofMinutes(1));
    }
}

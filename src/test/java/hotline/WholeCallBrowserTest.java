package hotline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hotline.agent.AgentState;
import hotline.agent.NewAgent;
import hotline.agent.Passwords;
import hotline.agent.Presence;
import hotline.agent.Role;
import hotline.exchange.Phone;
import hotline.phone.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One call from ring to rating, in real time: two agents and a supervisor at their pages, and four people at their phones. */
class WholeCallBrowserTest extends RealTimeBrowserTest {
    private static final String ANIS_PHONE = "+6281100000003";
    private static final String ORDER = "QRWXYZ22";

    @BeforeEach
    void staffTheHotline() {
        staff(Instant.now(Clock.systemUTC()));
    }

    /** Ani as a second agent, and nobody there yet. */
    private void staff(Instant now) {
        Core core = hotline.core();
        NewAgent budi = SampleShop.BUDI;
        NewAgent ani = new NewAgent(
                "ani", "Ani", Optional.of(new PhoneNumber(ANIS_PHONE)), budi.languages(), budi.skills(), Role.AGENT);
        String hash = new Passwords().hash(SampleShop.PASSWORD);
        core.writer().write(handle -> {
            core.agents().put(handle, ani, now);
            core.agents().updatePassword(handle, ani.username(), hash);
            return core.acd().desk().setPresence(handle, budi.username(), Presence.OFFLINE, Optional.empty(), now);
        });
    }

    @Test
    void two_agents_and_a_supervisor_take_a_call_from_ring_to_rating() {
        Page budi = openAs("budi", "/desk");
        Page ani = openAs("ani", "/desk");
        Page sari = openAs("sari", "/supervisor");

        goAvailable(budi);
        Phone caller = callsAndAsksForAHuman();
        takesTheCall(budi);
        listensForAWhile(sari);
        goAvailable(ani);
        asksAniFirst(budi, ani);
        handsOver(budi, ani);
        letsTheCallerGo(ani);
        rates(caller);
        shoot(ani, "whole-call-6-wrap-up");
        records(ani, "resolved");

        assertThat(scores()).containsExactly(5);
        assertThat(recorded()).containsExactlyInAnyOrder("follow-up", "resolved");
        assertThat(states("budi", "ani")).containsOnly(AgentState.AVAILABLE);
        assertThat(exchange.complaints()).isEmpty();
        assertThat(log.faults()).isEmpty();
    }

    private Page openAs(String username, String path) {
        Page page = open(1440, ColorScheme.LIGHT, "id-ID");
        signIn(page, address, username, SampleShop.PASSWORD);
        page.navigate(address + path);
        return page;
    }

    private static void goAvailable(Page desk) {
        desk.locator("#go-available").click();
        assertThat(desk.locator("#presence .state.available")).isVisible();
    }

    private void takesTheCall(Page budi) {
        assertThat(budi.locator("#person.ringing")).containsText("Telepon Anda berdering");
        assertThat(budi.locator("#person")).containsText(ORDER);
        shoot(budi, "whole-call-1-ringing");
        answerAndAccept(CallRig.BUDI);
        assertThat(budi.locator("#call")).containsText("Anda sedang bicara dengan penelepon");
    }

    private void listensForAWhile(Page sari) {
        assertThat(sari.locator("#agent-budi")).containsText("Sedang menelepon");
        sari.locator("#monitor-budi").click();
        assertThat(sari.locator("#agent-budi [role=status]")).containsText("Telepon Anda berdering");
        Phone phone = answerAndAccept(SampleShop.SARI.endpoint().orElseThrow().address());
        assertThat(sari.locator("#agent-budi [role=status]")).containsText("Anda mendengarkan");
        shoot(sari, "whole-call-2-listening");
        assertThat(sari.locator("#free-budi").evaluate("button => button.getBoundingClientRect().right <= innerWidth"))
                .as("the row's last button is on the page")
                .isEqualTo(true);
        sari.locator("#stop-budi").click();
        assertThat(sari.locator("#stop-budi")).hasCount(0);
        await().atMost(LONGEST_WAIT).until(phone::isIdle);
    }

    private void asksAniFirst(Page budi, Page ani) {
        assertThat(budi.locator("#transfer-to option[value='agent:ani']")).hasCount(1);
        budi.keyboard().press("t");
        budi.locator("#transfer-to").selectOption("agent:ani");
        shoot(budi, "whole-call-3-transfer");
        budi.locator("#transfer button[value=warm]").click();
        assertThat(budi.locator("#call")).containsText("Telepon Ani berdering");
        answerAndAccept(ANIS_PHONE);
        assertThat(budi.locator("#call")).containsText("Anda sedang bicara dengan Ani");
        assertThat(ani.locator("#call")).containsText("Budi meminta pendapat Anda");
        shoot(ani, "whole-call-4-asked");
    }

    private void handsOver(Page budi, Page ani) {
        budi.keyboard().press("c");
        assertThat(ani.locator("#call")).containsText("Anda sedang bicara dengan penelepon");
        assertThat(ani.locator("#person")).containsText("Pesanan belum diterima");
        assertThat(ani.locator("#person")).containsText(ORDER);
        assertThat(ani.locator("#person")).containsText("Tiket");
        shoot(ani, "whole-call-5-handed-over");
        records(budi, "follow-up");
    }

    private static void letsTheCallerGo(Page ani) {
        ani.locator("#call button[value=end]").click();
        assertThat(ani.locator("#call")).isHidden();
    }

    private static void rates(Phone caller) {
        hears(caller, "Tekan angka 1 sampai 5");
        pressWhenAwaited(caller, "5");
        hears(caller, "Terima kasih atas penilaian Anda");
        caller.hangUp();
    }

    /** What came of it: without that, wrap-up does not end. */
    private static void records(Page desk, String disposition) {
        assertThat(desk.locator("#person.wrap-up")).containsText("Penyelesaian");
        desk.locator("#work .option:has(input[value=" + disposition + "])").click();
        desk.locator("#finish").click();
        assertThat(desk.locator("#presence .state.available")).isVisible();
    }

    private Phone answerAndAccept(String number) {
        Phone phone = exchange.phone(number);
        await().atMost(LONGEST_WAIT).until(phone::isRinging);
        phone.answer();
        pressWhenAwaited(phone, "1");
        return phone;
    }

    private static void hears(Phone phone, String words) {
        await().atMost(LONGEST_WAIT).until(() -> phone.words().stream().anyMatch(said -> said.contains(words)));
    }

    private List<Integer> scores() {
        return hotline.core()
                .database()
                .read(handle -> handle.createQuery("select score from rating")
                        .mapTo(Integer.class)
                        .list());
    }

    /** What budi and ani have said came of the contacts that they had. */
    private List<String> recorded() {
        return hotline.core()
                .database()
                .read(handle -> handle.createQuery(
                                "select disposition from contact where kind = 'live' and outcome = 'answered'")
                        .mapTo(String.class)
                        .list());
    }

    private List<AgentState> states(String... usernames) {
        return hotline.core()
                .database()
                .read(handle -> List.of(usernames).stream()
                        .map(username ->
                                hotline.core().agents().get(handle, username).state())
                        .toList());
    }
}

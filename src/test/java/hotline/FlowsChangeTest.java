package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Phone;
import hotline.publish.FlowFolder;
import hotline.store.TestDatabase;
import hotline.ticket.Ticket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flows are edited while people are on the phone. */
class FlowsChangeTest {
    private static final String OTHER_CALLER = "+6281298765432";

    @TempDir
    Path empty;

    private FlowFolder folder;
    private CallRig rig;

    @BeforeEach
    void start() {
        folder = FlowFolder.in(empty);
        rig = CallRig.start(
                TestDatabase.h2Url(), Map.of("HOTLINE_FLOWS", folder.path().toString()));
        rig.openShop();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void takeOver() {
        rig.core().liveFlows().look();
        rig.core().liveFlows().look();
    }

    private static String heard(Phone phone) {
        return String.join(" ", phone.words());
    }

    @Test
    void a_call_in_progress_finishes_on_its_version_and_a_new_call_begins_on_the_new_one() {
        String before = rig.core().flows().version();
        Phone caller = rig.dialAndPress("1");
        folder.edit("prompts/id.yaml", "Selamat datang", "Halo, selamat datang")
                .edit("messages/id.yaml", "ticket-opened:", "ticket-opened-now:")
                .edit("messages/en.yaml", "ticket-opened:", "ticket-opened-now:")
                .edit("open-ticket.yaml", "message: ticket-opened", "message: ticket-opened-now");
        takeOver();
        assertThat(rig.core().liveFlows().refusal()).isEmpty();
        String after = rig.core().flows().version();
        assertThat(after).isNotEqualTo(before);

        Phone second = rig.exchange().phone(OTHER_CALLER).dial(CallRig.HOTLINE);
        rig.listen(second);
        assertThat(heard(second)).contains("Halo, selamat datang");
        second.hangUp();

        for (String key : List.of("1", "1")) {
            rig.listen(caller);
            caller.press(key);
        }
        rig.pass(Duration.ofSeconds(30));
        List<Ticket> tickets = rig.tickets();
        assertThat(tickets).hasSize(1);
        assertThat(tickets.get(0).origin().flowVersion()).isEqualTo(Optional.of(before));
        assertThat(caller.messages()).as("the text that the older flows know").hasSize(1);
        assertThat(versions()).containsExactlyInAnyOrder(before, after);
    }

    private List<String> versions() {
        return rig.read(handle -> handle.createQuery("select flow_version from call where kind = 'caller'")
                .mapTo(String.class)
                .list());
    }

    @Test
    void a_limit_of_a_queue_holds_as_soon_as_it_is_edited() {
        assertThat(ringing()).isEqualTo(Duration.ofSeconds(20));
        folder.edit("queues.yaml", "ring-seconds: 20", "ring-seconds: 15");
        takeOver();
        assertThat(ringing()).isEqualTo(Duration.ofSeconds(15));
    }

    private Duration ringing() {
        return rig.core().flowSettings().queueRules().skills().get("other").ring();
    }

    @Test
    void health_tells_the_operator_of_a_broken_edit() {
        folder.edit("main-menu.yaml", "missing-order", "missing-oder");
        takeOver();
        assertThat(rig.core().liveFlows().state()).contains("main-menu.yaml:", "`missing-oder`");
    }
}

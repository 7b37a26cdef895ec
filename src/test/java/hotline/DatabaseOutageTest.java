package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.exchange.Phone;
import hotline.store.FaultProxy;
import hotline.store.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a caller hears while the database does not answer, and afterwards. */
class DatabaseOutageTest {
    @Test
    void a_caller_is_asked_for_a_moments_patience_and_then_goes_on_with_the_key_they_pressed() {
        try (FaultProxy proxy = new FaultProxy(TestDatabase.postgresPort());
                CallRig rig = CallRig.start(through(proxy), Map.of())) {
            rig.openShop();
            Phone caller = rig.dialAndPress();
            rig.listen(caller);

            proxy.mode(FaultProxy.Mode.BLACKHOLE);
            caller.press("1");
            assertThat(String.join(" ", caller.words())).contains("Mohon tunggu sebentar");

            proxy.mode(FaultProxy.Mode.PASS);
            boolean goesOn = rig.exchange()
                    .advanceUntil(
                            () -> String.join(" ", caller.words()).contains("Pesanan terakhir Anda"),
                            Duration.ofSeconds(40));
            assertThat(goesOn).isTrue();
        }
    }

    private static String through(FaultProxy proxy) {
        return TestDatabase.postgresUrl().replace(":" + TestDatabase.postgresPort() + "/", ":" + proxy.port() + "/")
                + "&socketTimeout=1";
    }
}

package hotline;

import static org.awaitility.Awaitility.await;

import hotline.exchange.Exchange;
import hotline.exchange.ExchangeSettings;
import hotline.exchange.Phone;
import hotline.store.TestDatabase;
import hotline.web.InBrowserTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The sample shop's hotline on the built-in phone network, in real time, for tests of pages and phones together. */
abstract class RealTimeBrowserTest extends InBrowserTest {
    final FaultLog log = FaultLog.listen();
    Exchange exchange;
    Hotline hotline;
    String address;

    @BeforeEach
    void open() {
        exchange = Exchange.start(ExchangeSettings.realTime("AC00000000000000000000000000000001", "test-token"));
        Map<String, String> environment = CallRig.environment(exchange, TestDatabase.h2Url());
        Settings settings = Settings.read(environment);
        Clock clock = Clock.systemUTC();
        hotline = Hotline.open(settings, clock, Optional.of(exchange.address()));
        new SampleShop(hotline.core(), clock.instant()).open();
        hotline.start();
        exchange.serve(CallRig.number(settings.publicUrl()));
        address = settings.publicUrl().toString();
    }

    @AfterEach
    void close() {
        closePages();
        hotline.close();
        exchange.close();
        log.close();
    }

    /** Reports the newest order missing, and then wants a human. */
    Phone callsAndAsksForAHuman() {
        Phone caller = exchange.phone(CallRig.CALLER).dial(CallRig.HOTLINE);
        for (String key : List.of("1", "1", "1", "0")) {
            pressWhenAwaited(caller, key);
        }
        return caller;
    }

    static void pressWhenAwaited(Phone phone, String key) {
        await().atMost(LONGEST_WAIT).until(phone::isAwaited);
        phone.press(key);
    }
}

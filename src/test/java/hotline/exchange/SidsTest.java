package hotline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SidsTest {
    /** Hotline keeps its database from one demo to the next, and would answer a call with a known SID as it did the other. */
    @Test
    void no_two_networks_in_real_time_give_calls_the_same_names() {
        assertThat(first(ExchangeSettings.realTime("AC1", "secret")))
                .isNotEqualTo(first(ExchangeSettings.realTime("AC1", "secret")));
    }

    @Test
    void a_seed_gives_the_same_names_again() {
        ExchangeSettings settings = ExchangeSettings.realTime("AC1", "secret").withSeed(7);
        assertThat(first(settings)).isEqualTo(first(settings)).matches("CA[0-9a-f]{32}");
    }

    private static String first(ExchangeSettings settings) {
        return new Sids(settings.seed()).call();
    }
}

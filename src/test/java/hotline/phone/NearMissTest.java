package hotline.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NearMissTest {
    private static final String MEANT = "24051222233344";

    @Test
    void one_wrong_key_is_a_slip() {
        assertThat(NearMiss.isSlipOf("24051222233354", MEANT)).isTrue();
    }

    @Test
    void two_neighbors_in_the_wrong_order_are_a_slip() {
        assertThat(NearMiss.isSlipOf("42051222233344", MEANT)).isTrue();
    }

    @Test
    void the_number_itself_is_no_slip() {
        assertThat(NearMiss.isSlipOf(MEANT, MEANT)).isFalse();
    }

    @Test
    void two_wrong_keys_a_far_swap_a_missing_key_and_two_swaps_are_no_slips() {
        assertThat(NearMiss.isSlipOf("34051222233345", MEANT)).isFalse();
        assertThat(NearMiss.isSlipOf("04251222233344", MEANT)).isFalse();
        assertThat(NearMiss.isSlipOf("2405122223334", MEANT)).isFalse();
        assertThat(NearMiss.isSlipOf("42501222233344", MEANT)).isFalse();
    }

    @Test
    void every_random_slip_is_found_and_is_one_in_both_directions() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            char[] keys = MEANT.toCharArray();
            int at = random.nextInt(keys.length - 1);
            if (random.nextBoolean()) {
                keys[at] = (char) ('0' + (keys[at] - '0' + 1 + random.nextInt(9)) % 10);
            } else {
                char first = keys[at];
                keys[at] = keys[at + 1];
                keys[at + 1] = first;
            }
            String typed = new String(keys);
            assertThat(NearMiss.isSlipOf(typed, MEANT)).isEqualTo(!typed.equals(MEANT));
            assertThat(NearMiss.isSlipOf(MEANT, typed)).isEqualTo(!typed.equals(MEANT));
        }
    }
}

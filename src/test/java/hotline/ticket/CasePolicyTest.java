package hotline.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CasePolicyTest {
    private static final Instant REPORTED = Instant.parse("2026-11-22T05:00:00Z");
    private static final CasePolicy POLICY = CasePolicy.DEFAULTS;

    @Test
    void a_case_is_to_be_closed_within_five_days() {
        assertThat(POLICY.dueAt(REPORTED)).isEqualTo("2026-11-27T05:00:00Z");
    }

    @Test
    void a_defective_return_has_three_days_for_evidence_and_three_more_for_the_other_party() {
        assertThat(POLICY.evidenceUntil(Category.DEFECTIVE_RETURN, REPORTED))
                .contains(Instant.parse("2026-11-25T05:00:00Z"));
        assertThat(POLICY.answerUntil(Category.DEFECTIVE_RETURN, REPORTED))
                .contains(Instant.parse("2026-11-28T05:00:00Z"));
    }

    @Test
    void a_seller_has_three_days_for_a_tracking_number_and_no_evidence_is_asked_for() {
        assertThat(POLICY.answerUntil(Category.NO_TRACKING_NUMBER, REPORTED))
                .contains(Instant.parse("2026-11-25T05:00:00Z"));
        assertThat(POLICY.evidenceUntil(Category.NO_TRACKING_NUMBER, REPORTED)).isEmpty();
        assertThat(POLICY.answerUntil(Category.MISSING_ORDER, REPORTED)).isEmpty();
    }
}

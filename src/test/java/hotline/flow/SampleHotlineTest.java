package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleHotlineTest {
    @Test
    void has_no_problems() {
        assertThat(FlowLoader.check(Path.of("voice-flows"))).isEmpty();
    }
}

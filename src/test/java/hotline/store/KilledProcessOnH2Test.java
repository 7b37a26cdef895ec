package hotline.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessOnH2Test extends KilledProcessContract {
    @TempDir
    Path folder;

    @Override
    String url() {
        return "jdbc:h2:file:" + folder.resolve("data/hotline");
    }
}

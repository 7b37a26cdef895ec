package hotline.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessOnH2Test extends KilledProcessContract {
    @TempDir
    Path folder;

    /**
     * Space in the file is used again at once instead of after 45 seconds, so that each kill meets what a file otherwise
     * meets only when it is older; H2 2.5.252 loses commits there.
     */
    @Override
    String url() {
        return "jdbc:h2:file:" + folder.resolve("data/hotline") + ";RETENTION_TIME=0";
    }
}

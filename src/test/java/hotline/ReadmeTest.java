package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @Test
    void every_setting_stands_in_the_readme_with_its_default_and_meaning() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        for (Setting setting : Setting.values()) {
            assertThat(readme)
                    .contains("| `" + setting.name() + "` | " + setting.standard() + " | " + setting.meaning() + " |");
        }
    }

    @Test
    void every_link_of_the_documents_leads_somewhere() throws IOException {
        try (var documents = Files.find(
                Path.of("."),
                6,
                (path, attributes) -> path.toString().endsWith(".md") && !path.startsWith("./target"))) {
            for (Path document : documents.toList()) {
                Matcher link = LINK.matcher(Files.readString(document));
                while (link.find()) {
                    if (!link.group(1).startsWith("http")) {
                        assertThat(document.resolveSibling(link.group(1)))
                                .as("link in %s", document)
                                .exists();
                    }
                }
            }
        }
    }
}

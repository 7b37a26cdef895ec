package hotline.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The texts that the program itself brings with it, a file for each language. */
public final class Catalog {
    private Catalog() {}

    /**
     * The texts of a language by their keys.
     *
     * @param folder among the resources, as {@code web/texts}
     */
    public static Map<String, String> read(String folder, Language language) {
        String path = "/" + folder + "/" + language.code() + ".properties";
        Properties properties = new Properties();
        try (InputStream file = Objects.requireNonNull(Catalog.class.getResourceAsStream(path), path)) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }
}

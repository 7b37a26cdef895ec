package hotline.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** The files of a version in one column: their texts by their path in the folder. */
final class SourceJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SourceJson() {}

    static String write(Map<String, String> files) {
        try {
            return JSON.writeValueAsString(files);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("flow sources that cannot be written", e);
        }
    }

    static Map<String, String> read(String files) {
        try {
            return JSON.readValue(files, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("flow sources that cannot be read", e);
        }
    }
}

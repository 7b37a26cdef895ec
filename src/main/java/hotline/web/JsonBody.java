package hotline.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly: what was misspelt or has the wrong type is refused by name, never dropped or bent into shape. */
final class JsonBody {
    /** The longest body that is read, in bytes. */
    static final int LIMIT = 64 * 1024;

    /** As JSON writes it; a backslash that is written as two speaks of something else. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private static final ObjectMapper MAPPER = mapper();

    private JsonBody() {}

    /** The mapper of everything the API reads and writes. */
    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    /**
     * The request's body.
     *
     * @throws ProblemException 413 when it is longer than {@link #LIMIT}, 400 with the field's name when it is not what is asked for
     */
    static <T> T read(Context ctx, Class<T> type) {
        try {
            byte[] sent = bytes(ctx);
            refuseNul(sent);
            T body = MAPPER.readValue(sent, type);
            if (body == null) {
                throw ProblemException.badRequest("The body is null; send a JSON object.");
            }
            return body;
        } catch (UnrecognizedPropertyException e) {
            throw ProblemException.badRequest("There is no field \"" + path(e) + "\" here; the fields are "
                    + names(e.getKnownPropertyIds()) + ".");
        } catch (MismatchedInputException e) {
            throw ProblemException.badRequest(mismatch(e));
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest(
                    "The body is not valid JSON (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ").");
        } catch (IOException e) {
            throw ProblemException.badRequest("The body could not be read to its end; send it again.");
        }
    }

    private static void refuseNul(byte[] sent) {
        if (NUL.matcher(new String(sent, StandardCharsets.UTF_8)).find()) {
            throw ProblemException.badRequest("A text holds the character U+0000, which cannot be kept. Leave it out.");
        }
    }

    /** A field that must be there. */
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw ProblemException.badRequest("The field \"" + field + "\" is missing.");
        }
        return value;
    }

    /** A text that must say something, in at most this many characters. */
    static String text(String field, String value, int most) {
        if (value.isBlank() || value.length() > most) {
            throw ProblemException.badRequest("The field \"" + field + "\" must have 1 to " + most + " characters.");
        }
        return value.strip();
    }

    private static byte[] bytes(Context ctx) throws IOException {
        byte[] bytes = ctx.bodyInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new ProblemException(
                    HttpStatus.CONTENT_TOO_LARGE, "The body is longer than " + LIMIT / 1024 + " KB; send less.");
        }
        if (bytes.length == 0) {
            throw ProblemException.badRequest("The body is empty; send a JSON object.");
        }
        return bytes;
    }

    private static String mismatch(MismatchedInputException e) {
        String where = e.getPath().isEmpty() ? "The body" : "The field \"" + path(e) + "\"";
        return where + " must be " + wanted(e.getTargetType()) + ".";
    }

    private static final Map<Class<?>, String> WANTED = Map.of(
            String.class, "a text in quotes",
            Boolean.class, "true or false",
            boolean.class, "true or false",
            Integer.class, "a whole number",
            int.class, "a whole number",
            Instant.class, "an instant such as \"2026-11-22T08:30:00Z\"",
            LocalDate.class, "a date such as \"2026-11-22\"");

    private static String wanted(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return "a list in square brackets";
        }
        return WANTED.getOrDefault(type, "a JSON object");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : "." + at.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String names(Collection<Object> fields) {
        return fields.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}

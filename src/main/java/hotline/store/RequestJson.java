package hotline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hotline.phone.CarrierRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Requests as the outbox keeps them: the kind is the record's name, the rest is JSON. */
final class RequestJson {
    /** A node of an older version ignores what it does not know. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Map<String, Class<?>> KINDS = Arrays.stream(CarrierRequest.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private RequestJson() {}

    static String kind(CarrierRequest request) {
        return request.getClass().getSimpleName();
    }

    static String write(CarrierRequest request) {
        try {
            return JSON.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: a request of kind " + kind(request), e);
        }
    }

    /** Reads a row back; throws {@link IllegalStateException} if a version with other requests wrote it. */
    static CarrierRequest read(String kind, String json) {
        Class<?> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("no such kind of request: " + kind);
        }
        try {
            return (CarrierRequest) JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a request of kind " + kind, e);
        }
    }
}

package hotline.twilio;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of an {@code application/x-www-form-urlencoded} text, in order, as sent: nothing trimmed, dropped or merged, since
 * a signature covers all of it. A field may come more than once.
 */
final class Form {
    /** More fields than any webhook has; Twilio's voice webhooks have about thirty. */
    static final int MOST_FIELDS = 1_000;

    static final Form EMPTY = new Form(List.of());

    record Field(String name, String value) implements Comparable<Field> {
        @Override
        public int compareTo(Field other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : value.compareTo(other.value);
        }
    }

    /** The text is not a form: a bad escape, or bytes that are not UTF-8. */
    static final class MalformedFormException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedFormException(String message) {
            super(message);
        }
    }

    /** More than {@link #MOST_FIELDS} fields. */
    static final class TooManyFieldsException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final List<Field> fields;

    private Form(List<Field> fields) {
        this.fields = fields;
    }

    /** Reads a form (WHATWG URL Standard, section 5.1, but strict: what it would mend is refused). */
    static Form parse(byte[] text) throws MalformedFormException, TooManyFieldsException {
        List<Field> fields = new ArrayList<>();
        int start = 0;
        while (start < text.length) {
            int end = indexOf(text, '&', start, text.length);
            if (end > start) {
                if (fields.size() == MOST_FIELDS) {
                    throw new TooManyFieldsException();
                }
                fields.add(field(text, start, end));
            }
            start = end + 1;
        }
        return new Form(List.copyOf(fields));
    }

    static Form of(List<Field> fields) {
        return new Form(List.copyOf(fields));
    }

    private static Field field(byte[] text, int start, int end) throws MalformedFormException {
        int equals = indexOf(text, '=', start, end);
        return new Field(decode(text, start, equals), decode(text, Math.min(equals + 1, end), end));
    }

    private static int indexOf(byte[] text, char wanted, int start, int end) {
        int i = start;
        while (i < end && text[i] != wanted) {
            i++;
        }
        return i;
    }

    private static String decode(byte[] text, int start, int end) throws MalformedFormException {
        return isPlain(text, start, end)
                ? new String(text, start, end - start, StandardCharsets.US_ASCII)
                : unescape(text, start, end);
    }

    private static boolean isPlain(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] < 0 || text[i] == '+' || text[i] == '%') {
                return false;
            }
        }
        return true;
    }

    private static String unescape(byte[] text, int start, int end) throws MalformedFormException {
        ByteBuffer bytes = ByteBuffer.allocate(end - start);
        for (int i = start; i < end; i++) {
            if (text[i] == '+') {
                bytes.put((byte) ' ');
            } else if (text[i] == '%') {
                bytes.put((byte) escape(text, i, end));
                i += 2;
            } else {
                bytes.put(text[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFormException("a field is not UTF-8");
        }
    }

    private static int escape(byte[] text, int at, int end) throws MalformedFormException {
        int high = at + 2 < end ? Character.digit((char) text[at + 1], 16) : -1;
        int low = at + 2 < end ? Character.digit((char) text[at + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw new MalformedFormException("a percent sign that starts no escape");
        }
        return high << 4 | low;
    }

    List<Field> fields() {
        return fields;
    }

    /** The first value of this name. */
    Optional<String> find(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }
}

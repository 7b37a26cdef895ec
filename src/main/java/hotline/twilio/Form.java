package hotline.twilio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of an {@code application/x-www-form-urlencoded} text, in order, as sent: nothing trimmed, dropped or merged, since
 * a signature covers all of it. A field may come more than once. No field is refused for what is in it: a caller's name comes as
 * their network has it, and a call must not be lost over a name.
 */
final class Form {
    /** More fields than any webhook has; Twilio's voice webhooks have about thirty. */
    static final int MOST_FIELDS = 1_000;

    static final Form EMPTY = new Form(List.of(), List.of());

    record Field(String name, String value) implements Comparable<Field> {
        @Override
        public int compareTo(Field other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : value.compareTo(other.value);
        }
    }

    /** More than {@link #MOST_FIELDS} fields. */
    static final class TooManyFieldsException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final List<Field> fields;
    private final List<Field> octets;

    private Form(List<Field> fields, List<Field> octets) {
        this.fields = fields;
        this.octets = octets;
    }

    /**
     * Reads a form (WHATWG URL Standard, section 5.1). In a text, U+FFFD stands for what is not UTF-8; a percent sign that starts no
     * escape is one.
     */
    static Form parse(byte[] text) throws TooManyFieldsException {
        List<Field> octets = new ArrayList<>();
        int start = 0;
        while (start < text.length) {
            int end = indexOf(text, '&', start, text.length);
            if (end > start) {
                if (octets.size() == MOST_FIELDS) {
                    throw new TooManyFieldsException();
                }
                octets.add(octets(text, start, end));
            }
            start = end + 1;
        }
        return new Form(octets.stream().map(Form::text).toList(), List.copyOf(octets));
    }

    static Form of(List<Field> fields) {
        return new Form(
                List.copyOf(fields),
                fields.stream()
                        .map(field -> new Field(octets(field.name()), octets(field.value())))
                        .toList());
    }

    private static Field octets(byte[] text, int start, int end) {
        int equals = indexOf(text, '=', start, end);
        return new Field(decode(text, start, equals), decode(text, Math.min(equals + 1, end), end));
    }

    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Field text(Field octets) {
        return new Field(text(octets.name()), text(octets.value()));
    }

    private static String text(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static int indexOf(byte[] text, char wanted, int start, int end) {
        int i = start;
        while (i < end && text[i] != wanted) {
            i++;
        }
        return i;
    }

    private static String decode(byte[] text, int start, int end) {
        ByteBuffer octets = ByteBuffer.allocate(end - start);
        for (int i = start; i < end; i++) {
            int escaped = text[i] == '%' ? escaped(text, i, end) : -1;
            if (escaped >= 0) {
                octets.put((byte) escaped);
                i += 2;
            } else {
                octets.put(text[i] == '+' ? (byte) ' ' : text[i]);
            }
        }
        return new String(octets.array(), 0, octets.position(), StandardCharsets.ISO_8859_1);
    }

    /** The octet that is escaped here; -1 if none is. */
    private static int escaped(byte[] text, int at, int end) {
        int high = at + 2 < end ? Character.digit((char) text[at + 1], 16) : -1;
        int low = at + 2 < end ? Character.digit((char) text[at + 2], 16) : -1;
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    List<Field> fields() {
        return fields;
    }

    /** The same with each octet as the character of its number: what the carrier signs, also where it is no text. */
    List<Field> octets() {
        return octets;
    }

    /** The first value of this name. */
    Optional<String> find(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }
}

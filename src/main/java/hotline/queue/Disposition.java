package hotline.queue;

import hotline.phone.Language;

/**
 * A result that an agent can record after a contact.
 *
 * @param code as the API and the database name it: small letters, digits and dashes, at most 60; never changes
 * @param labelId what an Indonesian reader sees, 1 to 80 characters
 * @param labelEn what an English reader sees, 1 to 80 characters
 * @param active whether agents can choose it
 * @param position its place among the others
 */
public record Disposition(String code, String labelId, String labelEn, boolean active, int position) {
    private static final int LONGEST_LABEL = 80;

    /**
     * Checks every part.
     *
     * @throws IllegalArgumentException saying which part is wrong, for a person to read
     */
    public Disposition {
        require(isCode(code), "a disposition's code has 1 to 60 small letters, digits and dashes: " + code);
        require(isLabel(labelId) && isLabel(labelEn), "a disposition's label has 1 to 80 characters: " + code);
    }

    /** Whether this can be the code of a disposition. */
    public static boolean isCode(String text) {
        return text.matches("[a-z0-9][a-z0-9-]{0,59}");
    }

    /** Whether this can be what a reader sees. */
    public static boolean isLabel(String text) {
        return !text.isBlank() && text.length() <= LONGEST_LABEL;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** What a reader of this language sees. */
    public String label(Language reader) {
        return reader.equals(Language.INDONESIAN) ? labelId : labelEn;
    }
}

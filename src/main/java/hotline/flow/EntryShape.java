package hotline.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * The form of a number: {@code 9} stands for a digit, {@code X} for a letter or a digit, and a dash for a pause when it is
 * read back. So {@code 112-1234567-1234567} has the shape {@code 999-9999999-9999999}.
 */
public record EntryShape(String pattern) {
    public EntryShape {
        if (!pattern.matches("[9X]+(-[9X]+)*")) {
            throw new IllegalArgumentException("not a shape of 9, X and dashes: " + pattern);
        }
    }

    /** Number of keys to press: one for each digit or letter. */
    public int length() {
        return pattern.length() - (int) pattern.chars().filter(c -> c == '-').count();
    }

    /** Whether the number, without dashes and spaces, has this form. */
    public boolean fits(String number) {
        String places = pattern.replace("-", "");
        if (number.length() != places.length()) {
            return false;
        }
        for (int i = 0; i < places.length(); i++) {
            char c = number.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= 'A' && c <= 'Z';
            if (!digit && (places.charAt(i) == '9' || !letter)) {
                return false;
            }
        }
        return true;
    }

    /** Whether keys can stand for a number of this form; a letter is typed as the key it is printed on. */
    boolean fitsKeys(String keys) {
        return keys.length() == length();
    }

    List<String> groups(String number) {
        List<String> groups = new ArrayList<>();
        int at = 0;
        for (String group : pattern.split("-", -1)) {
            groups.add(number.substring(at, at + group.length()));
            at += group.length();
        }
        return groups;
    }
}

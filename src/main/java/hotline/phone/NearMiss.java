package hotline.phone;

/** The two slips that fingers make on a keypad: one wrong key, and two neighbors pressed in the wrong order. */
public final class NearMiss {
    private NearMiss() {}

    /** Whether {@code typed} is one slip away from {@code meant}; equal entries are not. */
    public static boolean isSlipOf(String typed, String meant) {
        if (typed.length() != meant.length()) {
            return false;
        }
        int first = firstDifference(typed, meant, 0);
        if (first < 0) {
            return false;
        }
        int second = firstDifference(typed, meant, first + 1);
        if (second < 0) {
            return true;
        }
        boolean swapped = second == first + 1
                && typed.charAt(first) == meant.charAt(second)
                && typed.charAt(second) == meant.charAt(first);
        return swapped && firstDifference(typed, meant, second + 1) < 0;
    }

    private static int firstDifference(String a, String b, int from) {
        for (int i = from; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return i;
            }
        }
        return -1;
    }
}

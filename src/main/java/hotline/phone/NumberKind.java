package hotline.phone;

/** What a telephone number is for, as far as its digits tell. */
public enum NumberKind {
    MOBILE,
    FIXED_LINE,
    /** Countries where the digits do not tell the two apart, as the United States. */
    FIXED_LINE_OR_MOBILE,
    /** A subscriber's number on the internet, rung like any other. */
    VOIP,
    SATELLITE,
    TOLL_FREE,
    SHARED_COST,
    PREMIUM_RATE,
    /** A company's number for the whole country (UAN), as Indonesia's 1500 and 8071. */
    COMPANY_WIDE,
    /** A number that follows its holder and costs the caller more, as Britain's 070; pagers and voice mail boxes too. */
    PERSONAL,
    /** Nobody's number. */
    INVALID;

    /** Whether a text message may arrive. */
    boolean takesText() {
        return this == MOBILE || this == FIXED_LINE_OR_MOBILE;
    }
}

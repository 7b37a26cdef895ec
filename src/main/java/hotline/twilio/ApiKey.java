package hotline.twilio;

/**
 * A key of the carrier account that signs access tokens, as for the browser softphone (Twilio, "Access Tokens": made in the
 * console; an account's auth token cannot sign them).
 *
 * @param sid {@code SK…}
 * @param secret at least 32 characters; never shown
 */
public record ApiKey(String sid, String secret) {
    @Override
    public String toString() {
        return "ApiKey[" + sid + "]";
    }
}

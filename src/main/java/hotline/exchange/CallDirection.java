package hotline.exchange;

/** Who began a call, with Twilio's word for it: https://www.twilio.com/docs/voice/twiml, "Request parameters". */
enum CallDirection {
    /** A phone dialed Hotline's number. */
    INBOUND("inbound"),
    /** A REST request. */
    OUTBOUND_API("outbound-api"),
    /** A {@code <Dial>} of another call. */
    OUTBOUND_DIAL("outbound-dial");

    private final String text;

    CallDirection(String text) {
        this.text = text;
    }

    /** As Twilio writes it. */
    String text() {
        return text;
    }
}

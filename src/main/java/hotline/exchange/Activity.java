package hotline.exchange;

/** What a call is doing at the moment: one verb under way. It ends itself by telling the script to go on. */
interface Activity {
    void begin();

    /** The script is taken elsewhere by a REST request. */
    void interrupt();

    /** The call has ended. */
    default void hangUp() {
        interrupt();
    }

    default void key(char key) {}

    default void spoken(String words) {}

    default boolean awaitsKeys() {
        return false;
    }
}

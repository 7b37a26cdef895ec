package hotline.exchange;

import java.util.Optional;

/** Makes of a call that is over something that its caller can keep. */
@FunctionalInterface
public interface CallSaver {
    /**
     * The call as a text file.
     *
     * @param sid the call's SID
     * @return empty if there is no such call, or nothing can be made of it
     */
    Optional<String> save(String sid);
}

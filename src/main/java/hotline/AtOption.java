package hotline;

import hotline.call.AsIf;
import java.time.LocalDateTime;

/** The option {@code --at} of the commands that look at another time. */
final class AtOption {
    private AtOption() {}

    /** The local time that was typed; what is none ends the command. */
    static LocalDateTime parse(String at) {
        return AsIf.find(at)
                .orElseThrow(() -> new UserException(
                        "`" + at + "` is not a time; write it as 2026-12-25T22:00, in a year from 2000 to 2099"));
    }
}

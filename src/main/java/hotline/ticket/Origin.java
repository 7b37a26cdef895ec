package hotline.ticket;

import hotline.phone.CallSid;
import java.util.Optional;

/**
 * Where a report came from.
 *
 * @param flowVersion the version of the flows that the call ran on
 */
public record Origin(Channel channel, Optional<CallSid> call, Optional<String> flowVersion) {}

package hotline.queue;

import java.time.Instant;

/** When queues are staffed for somebody: by the rules that are live for everybody, but for who tries other ones. */
@FunctionalInterface
public interface Staffing {
    boolean isStaffed(String skill, Instant at);
}

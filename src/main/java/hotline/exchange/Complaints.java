package hotline.exchange;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Hotline did wrong in Twilio's eyes, in the order in which it was seen. */
final class Complaints {
    private static final Logger log = LoggerFactory.getLogger(Complaints.class);

    private final Timeline timeline;
    private final CallLog callLog;
    private final List<Complaint> all = new CopyOnWriteArrayList<>();

    Complaints(Timeline timeline, CallLog callLog) {
        this.timeline = timeline;
        this.callLog = callLog;
    }

    void add(int code, String message, @Nullable String about, @Nullable Object url) {
        Complaint complaint = new Complaint(timeline.now(), code, message, about, url == null ? null : url.toString());
        all.add(complaint);
        log.warn("complaint: {}", complaint);
        callLog.add(CallLine.Kind.COMPLAINT, about == null ? "" : about, "", complaint.toString());
    }

    List<Complaint> list() {
        return List.copyOf(all);
    }

    void forget() {
        all.clear();
    }
}

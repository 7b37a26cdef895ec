package hotline.order;

import hotline.flow.Answer;
import hotline.flow.Question;
import hotline.order.MissedLookUps.Kind;
import hotline.order.MissedLookUps.Miss;
import hotline.phone.CallSid;
import hotline.phone.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Keeps callers from finding other people's orders and tickets by trying numbers. Only misses count (numbers that are not the caller's, wrong last
 * digits, ticket numbers that do not exist), so an honest caller who knows their number meets no limit. Runs in the
 * transaction that keeps the answer.
 */
public final class LookUpLimits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * How many misses are taken before the answer is {@code too-many}.
     *
     * @param findsPerCall numbers that are not the caller's, in one call
     * @param wrongPerCall wrong last digits in one call; the last of them is answered {@code too-many} at once
     * @param findsPerCallerPerHour by one caller's number
     * @param findsByWithheldPerHour by all callers together whose number is withheld
     * @param wrongPerOrderPerDay wrong last digits for one order, by anybody: numbers can be forged, the order stays the same
     * @param wrongPerHour wrong last digits for any order by anybody
     */
    public record Settings(
            int findsPerCall,
            int wrongPerCall,
            int findsPerCallerPerHour,
            int findsByWithheldPerHour,
            int wrongPerOrderPerDay,
            int wrongPerHour) {
        public static final Settings DEFAULTS = new Settings(5, 3, 10, 100, 10, 100);
    }

    private final Settings settings;
    private final MissedLookUps missed = new MissedLookUps();

    public LookUpLimits(Settings settings) {
        this.settings = settings;
    }

    /**
     * Counts a look-up and says how it is answered: as it was, or {@code too-many}.
     *
     * @param question a {@link Question.FindOrder}, {@link Question.VerifyOrder} or {@link Question.FindTicket}; others pass
     * @param answer what the directory said
     */
    public Answer count(
            Handle handle, CallSid call, Optional<PhoneNumber> caller, Question question, Answer answer, Instant now) {
        if (question instanceof Question.FindOrder && isMiss(answer, "check", "card")) {
            return find(handle, new Miss(Kind.FIND, call, caller, ""), answer, now);
        }
        if (question instanceof Question.FindTicket) {
            return find(handle, new Miss(Kind.TICKET, call, caller, ""), answer, now);
        }
        if (question instanceof Question.VerifyOrder verify && !answer.exit().equals("unavailable")) {
            return verify(handle, new Miss(Kind.VERIFY, call, caller, subject(verify.keys())), answer, now);
        }
        return answer;
    }

    private Answer find(Handle handle, Miss miss, Answer answer, Instant now) {
        boolean tooMany = missed.countInCall(handle, miss) >= settings.findsPerCall()
                || missed.countByCaller(handle, miss, now.minus(HOUR))
                        >= (miss.caller().isPresent()
                                ? settings.findsPerCallerPerHour()
                                : settings.findsByWithheldPerHour());
        if (isMiss(answer, "check", "card", "not-found")) {
            missed.insert(handle, miss, now);
        }
        return tooMany ? Answer.of("too-many") : answer;
    }

    private Answer verify(Handle handle, Miss miss, Answer answer, Instant now) {
        boolean wrong = isMiss(answer, "mismatch");
        if (wrong) {
            missed.insert(handle, miss, now);
        }
        // Once used up, the limit holds for a right guess, too: it may not tell itself apart.
        int before = wrong ? 1 : 0;
        boolean tooMany = missed.countInCall(handle, miss) >= settings.wrongPerCall()
                || missed.countForSubject(handle, miss, now.minus(DAY)) - before >= settings.wrongPerOrderPerDay()
                || missed.countOfKind(handle, miss.kind(), now.minus(HOUR)) - before >= settings.wrongPerHour();
        return tooMany ? Answer.of("too-many") : answer;
    }

    private static boolean isMiss(Answer answer, String... exits) {
        return List.of(exits).contains(answer.exit());
    }

    /** The order that was tried, as a hash: enough to count by. */
    private static String subject(String keys) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(keys.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package hotline.report;

import java.util.List;

/**
 * A day made by hand, of which each figure was reckoned by hand: answered within 20 s is in time, hung up within less than 5 s is a
 * short abandon. A is the queue missing-order, B defective-return; waits in seconds.
 *
 * <pre>
 *      queue  entered    wait  then
 *   1  A      09:00        10  ann, talked 110, wrap-up 30     in time
 *   2  A      09:05        20  ann, 180 + 60                   in time: 20 is within 20
 *   3  A      09:10        21  budi, 240 + 60
 *   4  A      09:12         4  hung up                         short
 *   5  A      09:15         5  hung up                         not short
 *   6  B      09:20         0  budi, 300 + 90                  in time
 *   7  B      09:25        45  ann, 60 + 0
 *   8  A      09:30       300  call lost                       abandoned
 *   9  A      09:40        30  left a message (topic other)    another way out
 *  10  A      09:50        15  ann, 100 + 20                   in time
 *  11  B      09:59:50     15  budi, 120 + 30                  in time; counts for the hour of entering
 *  12  A      10:00        60  chose a callback                not offered: it is 13
 *  13  A      10:00 asked      rung back 10:30 by ann, 200 + 40
 *  14  B      10:05 asked      callback never reached
 *  15  A      10:10 asked      callback still open
 *  16  A      10:15      1200  waited too long                 another way out
 *  17  A      10:20        90  nobody there anymore            another way out
 *  18  B      10:25       100  hung up                         abandoned
 *  19  A      10:30         5  budi, 400 + 100                 in time
 *  20  A      10:40        30  ann, 200 + 60
 *  21-24 A    14:00 … 14:30 12 budi, 120 + 30 each             in time
 *  25  B      14:40         3  hung up                         short
 *  26  A      14:45         8  budi, still talking             in time, not handled yet
 *  27  A      14:50            still waiting                   not offered yet
 *  28  B      23:59:59      2  ann, 50 + 10                    in time
 *  --  A      09:55         5  handed on to budi, 60 + 30     handled, but offered before: it is 10
 *  29  A      the day before at 23:59:59, 30 A the day after at 00:00
 *  --  B      12:00 … 12:20 of each kind, in rehearsals      not counted
 * </pre>
 *
 * Offered 11 + 5 + 6 + 1 = 23 in the hours 9, 10, 14, 23. Answered 7 + 2 + 5 + 1 = 15, in time 5 + 1 + 5 + 1 = 12. Abandoned
 * 3 (5, 8, 18), short 2 (4, 25), other ways 3 (9, 16, 17): 15 + 3 + 2 + 3 = 23.
 */
final class GoldenDay {
    static final String A = "missing-order";
    static final String B = "defective-return";

    private GoldenDay() {}

    static void write(HandMadeDay made) {
        writeMorning(made);
        writeRest(made);
        writeCalls(made);
        writeAgents(made);
        writeRehearsals(made);
    }

    private static void writeMorning(HandMadeDay made) {
        made.answered(A, "09:00", 10, 110, 30, "ann");
        made.answered(A, "09:05", 20, 180, 60, "ann");
        made.answered(A, "09:10", 21, 240, 60, "budi");
        made.ended(A, A, "09:12", 4, "abandoned");
        made.ended(A, A, "09:15", 5, "abandoned");
        made.answered(B, "09:20", 0, 300, 90, "budi");
        made.answered(B, "09:25", 45, 60, 0, "ann");
        made.ended(A, A, "09:30", 300, "lost");
        made.ended(A, "other", "09:40", 30, "left");
        made.answered(A, "09:50", 15, 100, 20, "ann");
        made.handedOn(A, "09:55", 5, 60, 30, "budi");
        made.answered(B, "09:59:50", 15, 120, 30, "budi");
        made.ended(A, A, "10:00", 60, "callback-booked");
        made.rungBack(A, "10:00", "10:30", 200, 40, "ann");
        made.callback(B, "10:05", 3, "missed", "13:00");
        made.callback(A, "10:10", 0, null, null);
        made.ended(A, A, "10:15", 1200, "timed-out");
        made.ended(A, A, "10:20", 90, "nobody");
        made.ended(B, B, "10:25", 100, "abandoned");
        made.answered(A, "10:30", 5, 400, 100, "budi");
        made.answered(A, "10:40", 30, 200, 60, "ann");
    }

    private static void writeRest(HandMadeDay made) {
        for (String time : List.of("14:00", "14:10", "14:20", "14:30")) {
            made.answered(A, time, 12, 120, 30, "budi");
        }
        made.ended(B, B, "14:40", 3, "abandoned");
        made.talking(A, "14:45", 8, "budi");
        made.waiting(A, "14:50");
        made.answered(B, "23:59:59", 2, 50, 10, "ann");
        made.answered(A, "-1 23:59:59", 1, 10, 10, "ann");
        made.ended(A, A, "+1 00:00", 60, "abandoned");
    }

    /**
     * Eight calls are over: K1 to K5 and C1 to C3. K1, K3 and K5 never asked for a human: 3 / 8. About A rang K1, K2, K3, C1,
     * C2, C3, of which K1 and K3 are contained: 2 / 6. C1 heard twice that it is closed: that is one; C3 heard first that
     * nobody is there, then that it is closed.
     */
    private static void writeCalls(HandMadeDay made) {
        made.call("K1", "09:00", A, true);
        made.call("K2", "09:01", A, true);
        made.askedForHuman("K2", "09:02", A, "joined");
        made.call("K3", "09:03", A, true);
        made.call("K4", "09:04", B, true);
        made.askedForHuman("K4", "09:05", B, "joined");
        made.call("K5", "09:06", null, true);
        made.callOut("K6", "10:30", A);
        made.call("K7", "14:50", A, false);
        made.call("K8", "-1 20:00", A, true);
        made.call("C1", "08:00", A, true);
        made.askedForHuman("C1", "08:01", A, "closed");
        made.askedForHuman("C1", "08:02", A, "closed");
        made.call("C2", "10:50", A, true);
        made.askedForHuman("C2", "10:51", A, "full");
        made.call("C3", "17:00", A, true);
        made.askedForHuman("C3", "17:01", A, "nobody");
        made.askedForHuman("C3", "17:05", A, "closed");
    }

    /** Of all that is counted one, which is not: somebody tried the hotline. */
    private static void writeRehearsals(HandMadeDay made) {
        made.answered(B, "12:00", 1, 110, 30, "ann");
        made.handedOn(B, "12:02", 5, 60, 30, "budi");
        made.ended(B, B, "12:04", 3, "abandoned");
        made.ended(B, B, "12:05", 1300, "abandoned");
        made.ended(B, B, "12:06", 30, "left");
        made.ended(B, B, "12:07", 60, "callback-booked");
        made.rungBack(B, "12:07", "12:30", 200, 40, "ann");
        made.callback(B, "12:08", 3, "missed", "13:00");
        made.waiting(B, "12:09");
        made.call("R1", "12:10", B, true);
        for (String answer : List.of("closed", "full", "nobody", "joined")) {
            made.askedForHuman("R1", "12:11", B, answer);
        }
        made.call("R2", "12:12", B, true);
        made.rehearsed("12:00", "12:20");
    }

    /**
     * Ann: free 09-11, on a call 11-12, finishing up 12-12:30, on break 12:30-13, free 13-15, gone, free from 23 on (1 h of it
     * today): there 2 + 1 + 0.5 + 2 + 1 = 6.5 h, busy 1.5 h. Budi: rung from 23:30 the day before until 00:30 (0.5 h today), on
     * a call 14-15: there 1.5 h, busy 1 h. Together 2.5 / 8.
     */
    private static void writeAgents(HandMadeDay made) {
        made.span("ann", "available", "09:00", "11:00");
        made.span("ann", "on-call", "11:00", "12:00");
        made.span("ann", "wrap-up", "12:00", "12:30");
        made.span("ann", "on-break", "12:30", "13:00");
        made.span("ann", "available", "13:00", "15:00");
        made.span("ann", "offline", "15:00", "23:00");
        made.span("ann", "available", "23:00", null);
        made.span("budi", "reserved", "-1 23:30", "00:30");
        made.span("budi", "offline", "00:30", "14:00");
        made.span("budi", "on-call", "14:00", "15:00");
        made.span("budi", "offline", "15:00", null);
    }
}

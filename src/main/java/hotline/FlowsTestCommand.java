package hotline;

import hotline.RehearsalPrinter.Note;
import hotline.RehearsalPrinter.Played;
import hotline.flow.FlowLoader;
import hotline.flow.FlowProblem;
import hotline.flow.FlowProblem.Severity;
import hotline.flow.FlowProblemsException;
import hotline.flow.VoiceFlows;
import hotline.phone.CallSid;
import hotline.rehearsal.Recorder;
import hotline.rehearsal.Recorder.Recording;
import hotline.rehearsal.Rehearsal;
import hotline.rehearsal.Report;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hotline flows test}: plays the example calls, or makes one of a past call. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Plays the example calls in DIR/tests through a hotline of its own, in no time.",
            "Exit code 0 when all go as expected, 1 when some do not or none has the NAME,",
            "2 when they cannot be read, or the flows need mending first."
        })
final class FlowsTestCommand implements Callable<Integer> {
    /** More than one, so that the processors are busy; each takes some tenths of a second to open. */
    private static final int MOST_STAGES = 2;

    @Mixin
    private FlowFolder folder = new FlowFolder();

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "plays only the examples whose names contain this, and leaves the coverage out")
    private @Nullable String only;

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--record",
            paramLabel = "CALLSID",
            description = {
                "plays no examples; prints a past call as one, personal data replaced.",
                "It is played once before that: exit code 1 when it is not like the call"
            })
    private @Nullable String record;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "where the past call is kept; HOTLINE_DATABASE_URL unless said otherwise")
    private @Nullable String database;

    @Override
    public Integer call() {
        PrintStream answer = System.out;
        System.setOut(System.err); // what is logged meanwhile is no part of the answer
        try {
            return call(answer);
        } finally {
            System.setOut(answer);
        }
    }

    private int call(PrintStream answer) {
        Path dir = folder.get();
        if (record != null) {
            return record(folder.load(), dir, record, answer);
        }
        long began = System.nanoTime();
        VoiceFlows flows;
        try {
            flows = FlowLoader.load(dir);
        } catch (FlowProblemsException e) {
            print(RehearsalPrinter.ofBroken(dir, e.problems()), answer);
            return 2;
        }
        return play(flows, dir, began, answer);
    }

    private int play(VoiceFlows flows, Path dir, long began, PrintStream answer) {
        List<FlowProblem> problems = new ArrayList<>(FlowLoader.unread(dir));
        Rehearsal rehearsal = Rehearsal.read(flows, dir);
        problems.addAll(rehearsal.problems());
        Optional<String> words = Optional.ofNullable(only);
        if (!rehearsal.problems().isEmpty()) {
            print(RehearsalPrinter.ofBroken(dir, problems), answer);
            return 2;
        }
        if (!rehearsal.has(words)) {
            boolean isFailure = words.isPresent() || !problems.isEmpty();
            String why = words.filter(some -> rehearsal.size() > 0)
                    .map(some -> "no example's name contains \"" + some + "\"")
                    .orElse("there are no examples in " + dir.resolve("tests"));
            Note note = new Note(isFailure ? Severity.ERROR : Severity.WARNING, why);
            print(RehearsalPrinter.ofNone(dir, problems, note), answer);
            return isFailure ? 1 : 0;
        }
        try (RehearsalStages stages = RehearsalStages.open(flows, dir, words.isPresent() ? 1 : MOST_STAGES)) {
            Report report = rehearsal.play(stages.list(), words);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            print(RehearsalPrinter.of(dir, problems, new Played(report, took, words.isPresent())), answer);
            return report.failed() == 0 ? 0 : 1;
        }
    }

    private void print(RehearsalPrinter printer, PrintStream answer) {
        answer.print(
                switch (format.get()) {
                    case text -> printer.text();
                    case json -> printer.json();
                    case github -> printer.github();
                });
    }

    private int record(VoiceFlows flows, Path dir, String sid, PrintStream answer) {
        // Not the author's folder: this only reads a hotline's database, and must not publish what is in the works.
        try (Core core = Core.open(settings(dir), flows, Clock.systemUTC());
                RehearsalStage stage = RehearsalStage.open(flows, dir)) {
            Recording recording = new Recorder(flows, stage.stage())
                    .record(core.database(), core.orders(), new CallSid(sid))
                    .orElseThrow(() -> new UserException("no caller made the call " + sid));
            answer.print(recording.yaml());
            recording.doubt().ifPresent(doubt -> System.err.println("hotline: look it over: " + doubt));
            return recording.doubt().isPresent() ? 1 : 0;
        }
    }

    /** Those of the environment; what only a running hotline needs is made up. */
    private Settings settings(Path dir) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putIfAbsent(Setting.HOTLINE_PUBLIC_URL.name(), "http://127.0.0.1");
        environment.putIfAbsent(Setting.TWILIO_ACCOUNT_SID.name(), "AC" + "0".repeat(32));
        environment.putIfAbsent(Setting.TWILIO_AUTH_TOKEN.name(), "none");
        environment.putIfAbsent(Setting.HOTLINE_CALLER_ID.name(), "+62215550001");
        environment.put(Setting.HOTLINE_FLOWS.name(), dir.toString());
        Optional.ofNullable(database).ifPresent(url -> environment.put(Setting.HOTLINE_DATABASE_URL.name(), url));
        return Settings.read(environment);
    }
}

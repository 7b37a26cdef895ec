package hotline.flow;

/** All that is checked once everything is read. */
final class FlowChecks {
    private final FlowContents contents;
    private final Problems problems;

    FlowChecks(FlowContents contents, Problems problems) {
        this.contents = contents;
        this.problems = problems;
    }

    void check() {
        new PromptChecks(contents, problems).check();
        new WordChecks(contents, problems).check();
        new LengthChecks(contents, problems).check();
        new PathChecks(contents, problems).check();
        if (new CallChecks(contents, problems).check()) {
            paths();
        }
    }

    private void paths() {
        CallPaths paths = new CallPaths(contents);
        if (!paths.isWhole()) {
            problems.add(Rule.TOO_ENTANGLED, new Place(Flow.HUMAN + ".yaml", 1, 1), Phrase.of("flow.entangled"));
            return;
        }
        new ValueChecks(contents, paths, problems).check();
        new LoopChecks(paths, problems).check();
        new HumanChecks(paths, problems).check();
        new MenuChecks(contents, paths, problems).check();
    }
}

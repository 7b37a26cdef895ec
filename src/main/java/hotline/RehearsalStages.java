package hotline;

import hotline.flow.VoiceFlows;
import hotline.rehearsal.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Several stages of the same flows, so that several example calls can be played at a time. */
final class RehearsalStages implements AutoCloseable {
    private final List<RehearsalStage> stages;

    private RehearsalStages(List<RehearsalStage> stages) {
        this.stages = stages;
    }

    /** Opens so many at the same time, but no more than there are processors. */
    static RehearsalStages open(VoiceFlows flows, Path folder, int most) {
        int count = Math.min(most, Runtime.getRuntime().availableProcessors());
        List<CompletableFuture<RehearsalStage>> opening = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            opening.add(CompletableFuture.supplyAsync(() -> RehearsalStage.open(flows, folder)));
        }
        List<RehearsalStage> stages = new ArrayList<>(List.of(RehearsalStage.open(flows, folder)));
        opening.forEach(stage -> stages.add(stage.join()));
        return new RehearsalStages(stages);
    }

    List<Stage> list() {
        return stages.stream().map(RehearsalStage::stage).toList();
    }

    @Override
    public void close() {
        stages.forEach(RehearsalStage::close);
    }
}

package org.gnnrec.lab.demo;

import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gnnrec.lab.client.TrainingProgress;

/** A progress bar for each phase of a training, on standard error. */
final class TrainingBar implements Consumer<TrainingProgress>, AutoCloseable {
    private static final int LINE_LENGTH = 110;

    private String phase;
    private ProgressBar bar;

    @Override
    public synchronized void accept(TrainingProgress progress) {
        if (!progress.phase().equals(phase)) {
            close();
            phase = progress.phase();
            bar = new ProgressBarBuilder().setTaskName("  " + phase).setInitialMax(progress.total())
                    .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(200).setMaxRenderedLength(LINE_LENGTH)
                    .hideEta().build();
        }
        bar.maxHint(progress.total());
        bar.stepTo(progress.done());
        bar.setExtraMessage(" " + progress.detail());
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}

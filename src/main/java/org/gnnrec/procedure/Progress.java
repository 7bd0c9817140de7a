package org.gnnrec.procedure;

import java.util.Locale;

import org.gnnrec.linalg.DenseAlgebraLoader;
import org.gnnrec.linalg.KernelsLoader;
import org.gnnrec.training.TrainingListener;
import org.neo4j.logging.Log;
import org.neo4j.procedure.StatusDetailsAccessor;

/** How far a training is, for {@code SHOW TRANSACTIONS} (statusDetails) and, epoch by epoch, the debug log. */
record Progress(StatusDetailsAccessor status, Log log) implements TrainingListener {
    @Override
    public void onProgress(String phase, int epoch, int epochs, double loss, double validationNdcg) {
        String text = String.format(Locale.ROOT, "%s epoch %d/%d, loss %.4f", phase, epoch, epochs, loss);
        show(Double.isNaN(validationNdcg) ? text : text + String.format(Locale.ROOT, ", ndcg@20 %.4f", validationNdcg));
    }

    /** What this JVM computes with, and why: for the log of a training. */
    void showGround() {
        log.info("gnnrec.train: kernels %s; dense algebra %s", KernelsLoader.reason(), DenseAlgebraLoader.reason());
    }

    void show(String text) {
        status.setStatusDetails("gnnrec.train: " + text);
        log.debug("gnnrec.train: %s", text);
    }
}

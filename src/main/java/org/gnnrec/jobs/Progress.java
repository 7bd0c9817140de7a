package org.gnnrec.jobs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gnnrec.linalg.DenseAlgebraLoader;
import org.gnnrec.linalg.KernelsLoader;
import org.gnnrec.projection.gds.ListedTask;
import org.gnnrec.projection.gds.ListedTask.Step;
import org.gnnrec.training.Phase;
import org.gnnrec.training.TrainingListener;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.logging.Log;
import org.neo4j.procedure.StatusDetailsAccessor;

/**
 * Shows the progress of a training, or of a call that writes embeddings, in {@code SHOW TRANSACTIONS} (statusDetails),
 * in {@code gds.listProgress} and, epoch by epoch, in the debug log.
 */
public record Progress(StatusDetailsAccessor status, Log log, ListedTask task) implements TrainingListener {

    private static final String NAME = "gnnrec.train";

    /** Puts a training into GDS's list, if there is one. */
    public static ListedTask list(GraphDatabaseService db, String user, Log log) {
        return ListedTask.begin(NAME, steps(), db, user, log);
    }

    private static List<Step> steps() {
        return Arrays.stream(TrainStep.values()).map(step -> new Step(step.text(), step.percentage())).toList();
    }

    /** The progress of a procedure of this name that GDS's list does not show. */
    public static Progress unlisted(String name, StatusDetailsAccessor status, Log log) {
        return new Progress(status, log, ListedTask.unlisted(name, log));
    }

    @Override
    public void onProgress(Phase phase, int epoch, int epochs, double loss, double validationNdcg) {
        TrainStep step = TrainStep.of(phase);
        task.advance(step.text(), epoch, epochs);
        show(step.text() + " epoch " + epoch + "/" + epochs + number(", loss ", loss)
                + number(", ndcg@20 ", validationNdcg));
    }

    private static String number(String name, double value) {
        return Double.isNaN(value) ? "" : name + String.format(Locale.ROOT, "%.4f", value);
    }

    /** Logs the kernels and the dense algebra of this JVM, with the reasons. */
    void showGround() {
        log.info("gnnrec.train: kernels %s; dense algebra %s", KernelsLoader.reason(), DenseAlgebraLoader.ground());
    }

    /** Shows that a step without parts begins. */
    void begin(TrainStep step) {
        task.advance(step.text(), 0, 1);
        show(step.text());
    }

    /** Shows how many nodes are written. */
    void wrote(TrainStep step, long nodes, long total) {
        task.advance(step.text(), nodes, total);
        show(step.text() + " " + nodes + "/" + total);
    }

    /** Logs what the user should know, beside the result. */
    void warn(String text) {
        log.warn("%s: %s", NAME, text);
    }

    private void show(String text) {
        status.setStatusDetails(task.name() + ": " + text);
        log.debug("%s: %s", task.name(), text);
    }
}

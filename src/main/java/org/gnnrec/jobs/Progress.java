package org.gnnrec.jobs;

import java.util.List;
import java.util.Locale;
import org.gnnrec.linalg.DenseAlgebraLoader;
import org.gnnrec.linalg.KernelsLoader;
import org.gnnrec.projection.gds.ListedTask;
import org.gnnrec.projection.gds.ListedTask.Step;
import org.gnnrec.training.TrainingListener;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.logging.Log;
import org.neo4j.procedure.StatusDetailsAccessor;

/**
 * How far a training is, for {@code SHOW TRANSACTIONS} (statusDetails), {@code gds.listProgress} and, epoch by epoch,
 * the debug log.
 */
public record Progress(StatusDetailsAccessor status, Log log, ListedTask task) implements TrainingListener {

    public static final String READ = "reading the graph";
    static final String STORE = "storing the model";
    private static final String NAME = "gnnrec.train";
    /** Every step with about the percentage of the time that it takes of a long training. */
    private static final List<Step> STEPS = List.of(new Step(READ, 2), new Step("pilot", 25), new Step("select", 40),
            new Step("fit", 25), new Step(STORE, 2), new Step("write users", 2), new Step("write items", 2),
            new Step("write vectors of items", 2));

    /** Puts a training into GDS's list, if there is one. */
    public static ListedTask list(GraphDatabaseService db, String user, Log log) {
        return ListedTask.begin(NAME, STEPS, db, user, log);
    }

    /** For what GDS's list does not show. */
    public static Progress unlisted(StatusDetailsAccessor status, Log log) {
        return new Progress(status, log, ListedTask.unlisted(NAME, log));
    }

    @Override
    public void onProgress(String phase, int epoch, int epochs, double loss, double validationNdcg) {
        String text = String.format(Locale.ROOT, "%s epoch %d/%d, loss %.4f", phase, epoch, epochs, loss);
        task.advance(phase, epoch, epochs);
        show(Double.isNaN(validationNdcg) ? text : text + String.format(Locale.ROOT, ", ndcg@20 %.4f", validationNdcg));
    }

    /** What this JVM computes with, and why: for the log of a training. */
    void showGround() {
        log.info("gnnrec.train: kernels %s; dense algebra %s", KernelsLoader.reason(), DenseAlgebraLoader.reason());
    }

    /** A step without parts begins. */
    void begin(String step) {
        task.advance(step, 0, 1);
        show(step);
    }

    /** So many nodes got what is to be written. */
    void wrote(String what, long nodes, long total) {
        task.advance("write " + what, nodes, total);
        show("write " + what + " " + nodes + "/" + total);
    }

    private void show(String text) {
        status.setStatusDetails(NAME + ": " + text);
        log.debug("%s: %s", NAME, text);
    }
}

package org.gnnrec.projection.gds;

import java.util.List;
import org.neo4j.configuration.Config;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.Log;

/**
 * A row of {@code gds.listProgress} from its beginning to {@link #close}. Without GDS nothing happens. Work goes on if
 * it cannot be shown: GDS changes these classes from one version to the next, and the log then has the reason.
 */
public final class ListedTask implements AutoCloseable {
    private final String name;
    private final Log log;
    private GdsTask task;
    private boolean failed;
    private boolean succeeded;

    private ListedTask(String name, Log log) {
        this.name = name;
        this.log = log;
    }

    /** A part of the work. Its volume is relative to the volumes of the other steps. */
    public record Step(String name, long volume) {}

    /** Begins work of this user in this database. It goes through the steps in order and may leave some out. */
    public static ListedTask begin(String name, List<Step> steps, GraphDatabaseService db, String user, Log log) {
        ListedTask listed = new ListedTask(name, log);
        if (GdsGraphs.isInstalled()) {
            listed.attempt(() -> listed.task = GdsTask.begin(config(db), db.databaseName(), user, name,
                    steps.stream().map(Step::name).toList(), steps.stream().mapToLong(Step::volume).toArray()));
        }
        return listed;
    }

    /** Work that no list shows. */
    public static ListedTask unlisted(String name, Log log) {
        return new ListedTask(name, log);
    }

    /** Shows how much of this step is done, and that all steps before it are done. */
    public void advance(String step, long done, long total) {
        if (task != null && !failed) {
            attempt(() -> task.advance(step, done, total));
        }
    }

    /** What the work is called. */
    public String name() {
        return name;
    }

    /** Marks the work as done; without this it counts as failed. */
    public void succeed() {
        succeeded = true;
    }

    @Override
    public void close() {
        if (task != null) {
            attempt(() -> task.end(succeeded));
        }
    }

    private void attempt(Runnable showing) {
        try {
            showing.run();
        } catch (LinkageError | RuntimeException e) {
            failed = true;
            log.info(
                    "%s goes on but gds.listProgress does not show it: this version of GDS keeps another list: %s",
                    name,
                    e);
        }
    }

    private static Config config(GraphDatabaseService db) {
        return ((GraphDatabaseAPI) db).getDependencyResolver().resolveDependency(Config.class);
    }
}

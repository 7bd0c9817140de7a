package org.gnnrec.projection.gds;

import java.util.ArrayList;
import java.util.List;

import org.neo4j.configuration.Config;
import org.neo4j.gds.core.JobId;
import org.neo4j.gds.core.utils.progress.ProgressFeatureSettings;
import org.neo4j.gds.core.utils.progress.TaskStore;
import org.neo4j.gds.core.utils.progress.TaskStoreHolder;
import org.neo4j.gds.core.utils.progress.tasks.Task;
import org.neo4j.gds.core.utils.progress.tasks.Tasks;

/** A task in the list of GDS, with a leaf for each step. Must be loaded only if GDS is installed. */
final class GdsTask {
    private final Object store;
    private final String user;
    private final Object jobId = new JobId();
    private final Object root;
    private final List<Object> leaves;
    private final List<String> steps;
    private final long[] volumes;
    private int current;
    private long shown;

    private GdsTask(Object store, String user, Object root, List<Object> leaves, List<String> steps, long[] volumes) {
        this.store = store;
        this.user = user;
        this.root = root;
        this.leaves = leaves;
        this.steps = steps;
        this.volumes = volumes;
    }

    /** Puts a task into the list of this database, at its first step; null if the server is set to keep no list. */
    static GdsTask begin(Config config, String database, String user, String name, List<String> steps,
            long[] volumes) {
        if (!config.get(ProgressFeatureSettings.progress_tracking_enabled)) {
            return null;
        }
        List<Task> leaves = new ArrayList<>();
        for (int step = 0; step < volumes.length; step++) {
            leaves.add(Tasks.leaf(steps.get(step), volumes[step]));
        }
        GdsTask task = new GdsTask(
                TaskStoreHolder.getTaskStore(database, config.get(ProgressFeatureSettings.task_retention_period)), user,
                Tasks.task(name, leaves), List.copyOf(leaves), steps, volumes);
        task.start();
        return task;
    }

    private void start() {
        ((Task) root).start();
        ((Task) leaves.get(0)).start();
        ((TaskStore) store).store(user, (JobId) jobId, (Task) root);
    }

    /** Shows how much of a step is done, and that all steps before it are done. A finished step stays finished. */
    void advance(String name, long done, long total) {
        for (int step = current; step < steps.size(); step++) {
            if (steps.get(step).equals(name)) {
                moveTo(step);
                long progress = volumes[step] * done / Math.max(1, total);
                ((Task) leaves.get(step)).logProgress(progress - shown);
                shown = progress;
            }
        }
    }

    private void moveTo(int step) {
        while (current < step) {
            ((Task) leaves.get(current)).finish();
            ((Task) leaves.get(++current)).start();
            shown = 0;
        }
    }

    /** Takes the task off the list, or leaves it there as long as the server is set to keep ended tasks. */
    void end(boolean succeeded) {
        if (succeeded) {
            moveTo(leaves.size() - 1);
            ((Task) leaves.get(current)).finish();
        } else {
            ((Task) leaves.get(current)).fail();
            ((Task) root).fail();
        }
        ((TaskStore) store).markCompleted(user, (JobId) jobId);
    }
}

package org.gnnrec.projection.gds;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.gnnrec.projection.gds.ListedTask.Step;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.gds.core.utils.progress.TaskStoreHolder;
import org.neo4j.gds.core.utils.progress.UserTask;
import org.neo4j.gds.core.utils.progress.tasks.Status;
import org.neo4j.gds.core.utils.progress.tasks.Task;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.logging.Log;

class ListedTaskTest {
    private static final String USER = "someone";

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private final List<String> logged = new ArrayList<>();

    @Test
    void progressGrowsThroughTheSteps() {
        try (ListedTask listed = begin(NEO4J.db())) {
            Task task = only();
            assertThat(task.status()).isEqualTo(Status.RUNNING);
            assertThat(progress(task)).isZero();
            listed.advance("read", 1, 2);
            assertThat(progress(task)).isEqualTo(0.05);
            listed.advance("train", 1, 4);
            assertThat(progress(task)).isEqualTo(0.3);
            listed.advance("train", 2, 4);
            assertThat(progress(task)).isEqualTo(0.5);
            listed.advance("write", 0, 0);
            assertThat(progress(task)).isEqualTo(0.9);
        }
    }

    @Test
    void whatIsOverStaysOver() {
        try (ListedTask listed = begin(NEO4J.db())) {
            listed.advance("train", 1, 4);
            listed.advance("read", 1, 2);
            listed.advance("elsewhere", 1, 2);
            assertThat(progress(only())).isEqualTo(0.3);
        }
    }

    @Test
    void successIsFinishedAndOffTheList() {
        Task task;
        try (ListedTask listed = begin(NEO4J.db())) {
            task = only();
            listed.advance("train", 1, 4);
            listed.succeed();
        }
        assertThat(task.status()).isEqualTo(Status.FINISHED);
        assertThat(progress(task)).isEqualTo(1);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void anythingElseIsFailedAndOffTheList() {
        Task task;
        try (ListedTask listed = begin(NEO4J.db())) {
            task = only();
            listed.advance("train", 1, 4);
        }
        assertThat(task.status()).isEqualTo(Status.FAILED);
        assertThat(task.subTasks()).extracting(Task::status).containsExactly(Status.FINISHED, Status.FAILED,
                Status.PENDING);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void workGoesOnWhereItCannotBeShown() {
        try (ListedTask listed = begin(null)) {
            listed.advance("read", 1, 2);
            listed.succeed();
        }
        assertThat(logged).singleElement().asString().startsWith("work goes on but gds.listProgress does not show it");
    }

    private ListedTask begin(GraphDatabaseService db) {
        return ListedTask.begin("work", List.of(new Step("read", 10), new Step("train", 80), new Step("write", 10)), db,
                USER, log());
    }

    /** Keeps what is logged, formatted. */
    private Log log() {
        return (Log) Proxy.newProxyInstance(Log.class.getClassLoader(), new Class<?>[]{ Log.class },
                (proxy, method, arguments) -> {
                    logged.add(String.format((String) arguments[0], (Object[]) arguments[1]));
                    return null;
                });
    }

    private static Task only() {
        assertThat(tasks()).hasSize(1);
        return tasks().get(0);
    }

    private static List<Task> tasks() {
        return TaskStoreHolder.getTaskStore(NEO4J.db().databaseName(), Duration.ZERO).query(USER).map(UserTask::task)
                .toList();
    }

    private static double progress(Task task) {
        return task.getProgress().relativeProgress();
    }
}

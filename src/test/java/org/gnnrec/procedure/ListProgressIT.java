package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gnnrec.testing.SharedGdsServer.rows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** A training in {@code gds.listProgress}. */
class ListProgressIT {
    private static final String TRAIN = "CALL gnnrec.train({modelName: 'listed', epochs: $epochs, patience: $epochs, "
            + "layers: 2, temperature: 0.15, negativePopularity: 0})";

    @AfterEach
    void drop() {
        rows("CALL gnnrec.model.drop('listed', false)");
    }

    @Test
    void aTrainingThatEndsIsFinished() {
        rows(TRAIN, "epochs", 2);
        assertThat(ended()).contains("FINISHED 100%");
        assertThat(running()).isEmpty();
    }

    @Test
    void progressGrowsUntilTheTrainingIsTerminatedAndFailed() {
        CompletableFuture<List<Record>> training = CompletableFuture.supplyAsync(() -> rows(TRAIN, "epochs", 10_000));
        double first = awaitProgressAbove(0);
        double second = awaitProgressAbove(first);
        assertThat(second).isLessThan(100);
        rows("SHOW TRANSACTIONS YIELD transactionId AS id, statusDetails WHERE statusDetails STARTS WITH 'gnnrec.train' "
                + "TERMINATE TRANSACTIONS id YIELD message RETURN message");
        assertThatThrownBy(training::join).hasMessageContaining("terminated");
        assertThat(ended()).anyMatch(row -> row.startsWith("FAILED"));
        assertThat(running()).isEmpty();
    }

    private static double awaitProgressAbove(double percent) {
        return await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(50)).until(
                () -> running().stream().mapToDouble(ListProgressIT::percent).max().orElse(0), now -> now > percent);
    }

    private static List<Record> running() {
        return rows("CALL gds.listProgress() YIELD taskName, status, progress "
                + "WHERE taskName = 'gnnrec.train' AND status = 'RUNNING' RETURN progress");
    }

    private static List<String> ended() {
        return rows("CALL gds.listProgress('', true) YIELD taskName, status, progress WHERE taskName = 'gnnrec.train' "
                + "RETURN status + ' ' + progress AS row").stream().map(row -> row.get("row").asString()).toList();
    }

    private static double percent(Record row) {
        return Double.parseDouble(row.get("progress").asString().replace("%", ""));
    }
}

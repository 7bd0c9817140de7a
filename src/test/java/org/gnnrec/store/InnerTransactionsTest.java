package org.gnnrec.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Deadline;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransientTransactionFailureException;
import org.neo4j.kernel.api.exceptions.Status;

class InnerTransactionsTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void workIsCommittedAndItsResultReturned() {
        String result = NEO4J.inner().call(tx -> {
            tx.createNode(Label.label("Node"));
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(nodes()).isEqualTo(1L);
    }

    @Test
    void afterATransientFailureTheWorkIsDoneOnceMoreAndOnceOnly() {
        NEO4J.inner().run(tx -> {
            tx.createNode(Label.label("Node"));
            if (attempts.incrementAndGet() < 3) {
                throw new Deadlock();
            }
        });
        assertThat(attempts).hasValue(3);
        assertThat(nodes()).isEqualTo(1L);
    }

    @Test
    void afterFiveTransientFailuresTheLastIsThrown() {
        assertThatThrownBy(() -> NEO4J.inner().run(tx -> {
            attempts.incrementAndGet();
            throw new Deadlock();
        })).isInstanceOf(Deadlock.class);
        assertThat(attempts).hasValue(5);
    }

    @Test
    void anyOtherFailureIsThrownAtOnceAndNothingStays() {
        assertThatThrownBy(() -> NEO4J.inner().run(tx -> {
            attempts.incrementAndGet();
            tx.createNode(Label.label("Node"));
            throw new IllegalStateException("no");
        })).hasMessage("no");
        assertThat(attempts).hasValue(1);
        assertThat(nodes()).isEqualTo(0L);
    }

    @Test
    @Timeout(30)
    void theEndOfTheCallEndsAWaitForALock() {
        NEO4J.run("CREATE (:Node)");
        try (Transaction holder = NEO4J.db().beginTx()) {
            holder.acquireWriteLock(holder.findNodes(Label.label("Node")).next());
            Cancellation afterAWhile = Deadline.inMillis(300);

            assertThatThrownBy(() -> NEO4J.inner(afterAWhile).run(tx -> {
                attempts.incrementAndGet();
                tx.findNodes(Label.label("Node")).next().setProperty("x", 1);
            })).isInstanceOf(Deadline.Passed.class);
        }
        assertThat(attempts).hasValue(1);
        assertThat(NEO4J.value("MATCH (n:Node) RETURN n.x")).isNull();
    }

    @Test
    @Timeout(30)
    void theEndOfTheCallEndsAQuery() {
        Cancellation afterAWhile = Deadline.inMillis(300);
        assertThatThrownBy(() -> NEO4J.inner(afterAWhile)
                .read(tx -> tx.execute("UNWIND range(1, 1000000000000) AS n RETURN sum(n)").resultAsString()))
                .isInstanceOf(Deadline.Passed.class);
    }

    @Test
    void workThatOnlyReadsChangesNothing() {
        NEO4J.inner().read(tx -> tx.createNode(Label.label("Node")));
        assertThat(nodes()).isEqualTo(0L);
    }

    private static Object nodes() {
        return NEO4J.value("MATCH (n:Node) RETURN count(n)");
    }

    private static final class Deadlock extends TransientTransactionFailureException {
        private static final long serialVersionUID = 1L;

        Deadlock() {
            super(null, Status.Transaction.DeadlockDetected, "deadlock");
        }
    }
}

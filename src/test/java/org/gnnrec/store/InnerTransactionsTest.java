package org.gnnrec.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.TransientTransactionFailureException;
import org.neo4j.kernel.api.exceptions.Status;

class InnerTransactionsTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void workIsCommittedAndItsResultReturned() {
        String result = InnerTransactions.call(NEO4J.db(), tx -> {
            tx.createNode(Label.label("Node"));
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(nodes()).isEqualTo(1L);
    }

    @Test
    void afterATransientFailureTheWorkIsDoneOnceMoreAndOnceOnly() {
        InnerTransactions.run(NEO4J.db(), tx -> {
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
        assertThatThrownBy(() -> InnerTransactions.run(NEO4J.db(), tx -> {
            attempts.incrementAndGet();
            throw new Deadlock();
        })).isInstanceOf(Deadlock.class);
        assertThat(attempts).hasValue(5);
    }

    @Test
    void anyOtherFailureIsThrownAtOnceAndNothingStays() {
        assertThatThrownBy(() -> InnerTransactions.run(NEO4J.db(), tx -> {
            attempts.incrementAndGet();
            tx.createNode(Label.label("Node"));
            throw new IllegalStateException("no");
        })).hasMessage("no");
        assertThat(attempts).hasValue(1);
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

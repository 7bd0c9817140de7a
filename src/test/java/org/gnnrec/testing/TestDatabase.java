package org.gnnrec.testing;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.NodeIds;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.IndexType;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** A Neo4j inside the test's process, without Bolt; started once for all classes and emptied before each test. */
public final class TestDatabase implements BeforeEachCallback {
    private static final class Shared {
        static final Neo4j NEO4J = start();

        private static Neo4j start() {
            Neo4j neo4j = Neo4jBuilders.newInProcessBuilder(Path.of("target", "harness")).withDisabledServer().build();
            Runtime.getRuntime().addShutdownHook(new Thread(neo4j::close, "close-neo4j"));
            return neo4j;
        }
    }

    public GraphDatabaseService db() {
        return Shared.NEO4J.defaultDatabaseService();
    }

    /** Transactions that nobody ends. */
    public InnerTransactions inner() {
        return inner(Cancellation.NEVER);
    }

    /** Transactions of a call that this ends. */
    public InnerTransactions inner(Cancellation cancellation) {
        return new InnerTransactions(db(), cancellation);
    }

    /** Runs and commits a Cypher statement. */
    public void run(String cypher) {
        db().executeTransactionally(cypher);
    }

    /** Runs and commits a Cypher statement with parameters. */
    public void run(String cypher, Map<String, Object> parameters) {
        db().executeTransactionally(cypher, parameters);
    }

    /** The only value of the only row. */
    public Object value(String cypher) {
        return db().executeTransactionally(cypher, Map.of(),
                result -> result.next().get(result.columns().get(0)));
    }

    /** What this reads; committed. */
    public <T> T in(Function<Transaction, T> work) {
        try (Transaction tx = db().beginTx()) {
            T result = work.apply(tx);
            tx.commit();
            return result;
        }
    }

    /** Nodes with these ids, whose own ids ascend in that order: the store hands out freed ones in any. */
    public List<Node> create(String label, Object... ids) {
        return in(tx -> {
            List<Node> nodes = Stream.generate(() -> tx.createNode(Label.label(label))).limit(ids.length)
                    .sorted(Comparator.comparingLong(NodeIds::of)).toList();
            for (int i = 0; i < ids.length; i++) {
                nodes.get(i).setProperty("id", IdValue.storable(ids[i]));
            }
            return nodes;
        });
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        run("MATCH (n) DETACH DELETE n");
        in(tx -> {
            tx.schema().getConstraints().forEach(constraint -> constraint.drop());
            return null;
        });
        List<String> indexes = in(tx -> StreamSupport.stream(tx.schema().getIndexes().spliterator(), false)
                .filter(index -> index.getIndexType() != IndexType.LOOKUP).map(index -> index.getName()).toList());
        indexes.forEach(name -> run("DROP INDEX `" + name + "`"));
    }
}

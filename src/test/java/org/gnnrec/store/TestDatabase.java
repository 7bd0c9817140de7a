package org.gnnrec.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.graphdb.GraphDatabaseService;
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

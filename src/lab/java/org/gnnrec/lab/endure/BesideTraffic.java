package org.gnnrec.lab.endure;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.driver.exceptions.Neo4jException;

/** A client that asks for recommendations of both models without end, while they are trained and dropped. */
final class BesideTraffic implements AutoCloseable {
    private static final String CALL = """
            MATCH (u:User) WITH u SKIP $skip LIMIT 1 CALL gnnrec.recommend(u, 5, {modelName: $model}) YIELD itemId
            RETURN itemId""";
    /** Meant where the model is being dropped or was dropped. */
    private static final String NO_MODEL = "there is no model";

    private final Cypher cypher;
    private final Violations violations;
    private final AtomicLong answers;
    private final SplittableRandom random;
    private final Thread thread = new Thread(this::ask, "endure-traffic");
    private volatile boolean closing;

    BesideTraffic(Cypher cypher, Violations violations, AtomicLong answers, long seed) {
        this.cypher = cypher;
        this.violations = violations;
        this.answers = answers;
        this.random = new SplittableRandom(seed);
        thread.start();
    }

    private void ask() {
        while (!closing) {
            String model = KilledWork.MODELS.get(random.nextInt(KilledWork.MODELS.size()));
            try {
                cypher.rows(CALL, "skip", random.nextInt(1_000), "model", model);
                answers.incrementAndGet();
            } catch (Neo4jException | IllegalStateException e) {
                judge(model, e);
            }
        }
    }

    /** An error is one of the kill itself once that is announced. */
    private void judge(String model, RuntimeException e) {
        if (!closing && !String.valueOf(e.getMessage()).contains(NO_MODEL)) {
            violations.add("recommend of " + model + " beside other work: " + e);
        }
    }

    /** Announces the kill: errors from here on are the kill's. */
    void expectTheEnd() {
        closing = true;
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
    }
}

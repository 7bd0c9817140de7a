package org.gnnrec.lab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.Interactions;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Makes a twentieth of the training interactions later ones, drawn at random: what a warm start has still to learn. */
final class WarmRun {
    private static final int ONE_IN = 20;
    private static final String MAKE_LATER = """
            UNWIND $rows AS row
            MATCH (:User {id: row[0]})-[old:TRAIN]->(i:Item) WHERE i.id IN row[1]
            MATCH (u:User {id: row[0]})
            CREATE (u)-[:LATER]->(i)
            DELETE old""";

    private WarmRun() {}

    /** A warm start beside the full run: its score, how long it ran, and the epochs. */
    record Result(double recallAt20, double ndcgAt20, long trainMillis, long epochs) {}

    static void makeLater(Dataset dataset, long seed, Driver driver) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Object>> rows = new ArrayList<>();
        Interactions train = dataset.train();
        for (int user = 0; user < train.userCount(); user++) {
            List<Object> later = new ArrayList<>();
            for (int item : train.itemsOf(user)) {
                if (random.nextInt(ONE_IN) == 0) {
                    later.add(dataset.items().get(item).id());
                }
            }
            if (!later.isEmpty()) {
                rows.add(List.of(dataset.userIds().get(user), later));
            }
        }
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(tx -> tx.run(MAKE_LATER, Map.of("rows", rows)).consume());
        }
    }
}

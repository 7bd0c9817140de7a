package org.gnnrec.lab.endure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.Neo4jException;

/** The models that nobody damages: whatever is done beside them, they are listed and recommend as at the beginning. */
final class GoodModels {
    private static final String RECOMMEND = """
            MATCH (u:User) WITH u ORDER BY u.id LIMIT 5 CALL gnnrec.recommend(u, 5, {modelName: $model})
            YIELD itemId, score, rank RETURN u.id, itemId, score, rank""";

    private final Cypher cypher;
    private final Violations violations;
    private final Map<String, List<Record>> lists = new HashMap<>();
    private long calls;

    private GoodModels(Cypher cypher, Violations violations) {
        this.cypher = cypher;
        this.violations = violations;
    }

    static GoodModels train(Cypher cypher, Map<String, Object> config, Violations violations) {
        GoodModels models = new GoodModels(cypher, violations);
        for (String name : SmallShop.GOOD) {
            cypher.rows("CALL gnnrec.train($config)", "config",
                    SmallShop.training(name, SmallShop.GOOD.indexOf(name), config));
            models.lists.put(name, cypher.rows(RECOMMEND, "model", name));
        }
        return models;
    }

    /** Asks for the lists again. */
    void check(String after) {
        for (String name : SmallShop.GOOD) {
            calls++;
            try {
                violations.require(cypher.rows(RECOMMEND, "model", name).equals(lists.get(name)),
                        name + " recommends otherwise after " + after);
            } catch (Neo4jException e) {
                violations.add("recommend of " + name + " after " + after + ": " + e.getMessage());
            }
        }
    }

    /** Asks whether they are listed, without a problem, beside a damaged model. */
    void checkListed(String after) {
        calls++;
        try {
            ListedModels listed = ListedModels.of(cypher);
            for (String name : SmallShop.GOOD) {
                violations.require(listed.names().contains(name) && listed.problem(name) == null,
                        name + " is not listed, or with a problem, after " + after + ": " + listed.problem(name));
            }
        } catch (Neo4jException e) {
            violations.add("gnnrec.model.list lists no model at all after " + after + ": " + e.getMessage());
        }
    }

    long calls() {
        return calls;
    }
}

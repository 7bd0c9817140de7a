package org.gnnrec.lab.endure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The small graph of the hostile run, quick trainings on it, and the models that nobody damages. */
final class SmallShop {
    static final List<String> GOOD = List.of("good", "better");
    static final Map<String, Object> FAST = Map.of("epochs", 1, "layers", 1, "embeddingDimension", 4,
            "validationFraction", 0.0, "relationshipTypes", List.of("LIKES"));
    private static final List<Map<String, Object>> MODELS = List.of(
            Map.of("temperature", 0.2, "negativePopularity", 0, "timestampProperty", "at", "halfLife", 90),
            Map.of("modelType", "graphsage", "featureProperties", Map.of("items", List.of("genres", "year"))),
            Map.of("modelType", "gat"), Map.of("modelType", "pinsage"),
            Map.of("relationshipWeightProperty", "weight", "vectorIndex", false));
    private static final List<String> DATA = List.of("CREATE CONSTRAINT FOR (u:User) REQUIRE u.id IS UNIQUE",
            "CREATE CONSTRAINT FOR (i:Item) REQUIRE i.id IS UNIQUE",
            "UNWIND range(0, 59) AS n CREATE (:User {id: 'u' + n})",
            "UNWIND range(0, 39) AS n CREATE (:Item {id: 'i' + n, genres: ['g' + n % 5, 'h' + n % 3], year: 1980 + n})",
            """
                    MATCH (u:User), (i:Item)
                    WITH u, i, toInteger(substring(u.id, 1)) AS a, toInteger(substring(i.id, 1)) AS b WHERE (a * b + a) % 7 < 2
                    CREATE (u)-[:LIKES {weight: 0.5 + a % 3, at: datetime('2024-01-01') + duration({days: a + b})}]->(i)""",
            "MATCH (u:User), (i:Item) WHERE (size(u.id) + 3 * size(i.id) + i.year) % 7 = 0 AND NOT (u)-->(i) CREATE (u)-[:VIEWED]->(i)");

    private SmallShop() {}

    static void create(Cypher cypher) {
        DATA.forEach(cypher::rows);
    }

    /** How many kinds of models {@link #training} tells apart. */
    static int kinds() {
        return MODELS.size();
    }

    /** A quick training of one kind of model; the configuration wins. */
    static Map<String, Object> training(String name, int kind, Map<String, Object> config) {
        Map<String, Object> training = new HashMap<>(FAST);
        training.putAll(MODELS.get(kind));
        training.putAll(config);
        training.put("modelName", name);
        return training;
    }
}

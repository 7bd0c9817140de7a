package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.projection.Projection;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.source.Weighting;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For each source and each way in which the store can differ from it: the check is one exactly where rows agree. */
class ServedCheckTest {
    private static final String BETWEEN = "MATCH (user:User)-[r]-(item:Item) ";
    private static final String EXACT = "RETURN user, item, type(r) AS type, r.w AS weight, r.at AS timestamp";

    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    /** A small graph with weights, dislikes, doubles and missing properties, another one for each seed. */
    private static void create(long seed) {
        Random random = new Random(seed);
        NEO4J.run("UNWIND range(0, 11) AS n CREATE (:User {id: n}), (:Item {id: n})");
        for (int n = 0; n < 60; n++) {
            Map<String, Object> properties = new HashMap<>();
            if (random.nextInt(4) > 0) {
                properties.put("w", random.nextInt(7) - 1.0);
            }
            if (random.nextInt(4) > 0) {
                properties.put("at", 86_400L * random.nextInt(100));
            }
            NEO4J.run("MATCH (u:User {id: $u}), (i:Item {id: $i}) CREATE (u)-[r:" + (random.nextBoolean() ? "A" : "B")
                    + "]->(i) SET r = $properties",
                    Map.of("u", random.nextInt(12), "i", random.nextInt(12), "properties", properties));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { BETWEEN + EXACT, BETWEEN + "WHERE r.w > 1 " + EXACT,
            BETWEEN + "WHERE r.w IS NULL " + EXACT,
            BETWEEN + "WHERE user.id > 0 " + EXACT, BETWEEN + "WHERE item.id <> 3 " + EXACT,
            BETWEEN + "WHERE type(r) = 'A' OR r.w > 4 " + EXACT, BETWEEN + "WHERE r.at > 4000000 " + EXACT,
            BETWEEN + "UNWIND [1, 2] AS twice " + EXACT, BETWEEN + "WITH DISTINCT user, item, r " + EXACT,
            BETWEEN + "RETURN user, item, type(r) AS type, 2 * r.w AS weight, r.at AS timestamp",
            BETWEEN + "RETURN user, item, type(r) AS type, abs(r.w) AS weight, r.at AS timestamp",
            BETWEEN + "RETURN user, item, type(r) AS type, null AS weight, r.at AS timestamp",
            BETWEEN + "RETURN user, item, type(r) AS type, r.w AS weight, r.at + 1000000 AS timestamp",
            BETWEEN + "RETURN user, item, type(r) AS type, r.w AS weight, null AS timestamp UNION ALL " + BETWEEN
                    + EXACT,
            BETWEEN + "RETURN user, item, 'C' AS type, r.w AS weight, r.at AS timestamp",
            BETWEEN + "RETURN user, item, CASE type(r) WHEN 'A' THEN 'B' ELSE 'A' END AS type, r.w AS weight, r.at AS timestamp",
            "MATCH (user:User), (item:Item) RETURN user, item, 'A' AS type, 1 AS weight, 0 AS timestamp",
            "MATCH (user:User)--(item:Item) RETURN user, item" })
    void theCheckIsOneExactlyWhereServingReadsWhatWasTrained(String query) {
        for (long seed = 0; seed < 6; seed++) {
            NEO4J.beforeEach(null);
            create(seed);
            boolean hasTime = query.contains("timestamp");
            for (Map<String, Object> keys : List.<Map<String, Object>>of(Map.of(),
                    Map.of("relationshipWeightProperty", "w"),
                    Map.of("relationshipWeightProperty", "w", "relationshipWeights", Map.of("A", 2.0, "B", 0.5)))) {
                if (hasTime || !keys.containsKey("relationshipWeights")) {
                    requireRight(query, keys, hasTime);
                }
            }
        }
    }

    private static void requireRight(String query, Map<String, Object> keys, boolean hasTime) {
        Map<String, Object> all = new HashMap<>(keys);
        all.put("query", query);
        if (hasTime) {
            all.putAll(Map.of("halfLife", 30L, "timestampProperty", "at"));
        }
        if (keys.containsKey("relationshipWeights") && !query.contains(EXACT)) {
            assertThatThrownBy(() -> read(all).check().require(TrainSettings.of(all).projection().source()))
                    .isInstanceOf(IllegalArgumentException.class); // the check, or a type that no row has
            return;
        }
        CheckedProjection read = read(all);
        boolean agrees = read.projection().relationshipTypes().isEmpty() || agrees(read);
        assertThat(read.check().share() == 1).as(query + " with " + keys).isEqualTo(agrees);
        if (!agrees) {
            assertThatThrownBy(() -> read.check().require(read.interactions().source()))
                    .hasMessageContaining("interactions: {pattern:").hasMessageContaining("allowDifference: true");
        } else {
            read.check().require(read.interactions().source());
        }
    }

    @Test
    void theStoreAndItsPatternsAreServedAsTheyAreTrained() {
        String path = "(user:User)-[r:A|B]->(item:Item)";
        List<Map<String, Object>> sources = List.of(Map.of(), Map.of("relationshipWeightProperty", "w"),
                Map.of("relationshipTypes", List.of("B"), "timestampProperty", "at", "halfLife", 9L),
                Map.of("interactions", path), Map.of("interactions", Map.of("pattern", path, "where", "r.w > 1")),
                Map.of("halfLife", 9L, "interactions",
                        Map.of("pattern", path, "weight", "r.w - 2", "timestamp", "r.at")),
                Map.of("interactions", "(user:User)-->(:Item)<--(:User)-->(item:Item)"));
        for (long seed = 0; seed < 6; seed++) {
            NEO4J.beforeEach(null);
            create(seed);
            for (Map<String, Object> keys : sources) {
                assertThat(read(keys).check().share()).as("%s", keys).isEqualTo(1);
            }
        }
    }

    private static CheckedProjection read(Map<String, Object> keys) {
        ProjectionConfig config = TrainSettings.of(keys).projection();
        return NEO4J
                .in(tx -> CheckedProjection.read(tx, new Sources(NEO4J.inner(), tx, HeapClaim.UNBOUNDED, 2), config));
    }

    /** Compares all users with what a plain reading of the store and the formula of the documentation give. */
    private static boolean agrees(CheckedProjection read) {
        Projection projection = read.projection();
        Map<Long, Double> likes = new TreeMap<>();
        Map<Long, Double> dislikes = new TreeMap<>();
        NEO4J.in(tx -> {
            tx.execute(
                    BETWEEN + "WHERE type(r) IN $types RETURN user.id AS u, item.id AS i, type(r) AS type, r.w AS w, "
                            + "r.at AS at",
                    Map.of("types", projection.relationshipTypes())).forEachRemaining(row -> {
                        double weight = weight(row, read);
                        long pair = (long) row.get("u") * 100 + (long) row.get("i");
                        (weight > 0 ? likes : dislikes).merge(pair, weight, Double::sum);
                    });
            return null;
        });
        return same(likes, projection.interactions(), projection)
                && dislikes.keySet().equals(pairs(projection.disliked(), projection).keySet());
    }

    private static double weight(Map<String, Object> row, CheckedProjection read) {
        Weighting weighting = read.interactions().weighting();
        double c = weighting.typeWeights().getOrDefault(row.get("type"), 1.0);
        boolean hasWeight = weighting.weightProperty() != null && row.get("w") != null;
        double p = hasWeight ? ((Number) row.get("w")).doubleValue() : 1;
        if (c <= 0 || p <= 0) {
            return 0;
        }
        double t = row.get("at") == null
                ? read.interactions().decay().oldest()
                : ((Number) row.get("at")).doubleValue();
        double age = (read.interactions().decay().latest() - t) / 86_400;
        return c * p * (weighting.decays() ? Math.pow(2, -age / weighting.halfLifeDays()) : 1);
    }

    private static boolean same(Map<Long, Double> likes, CsrGraph rows, Projection projection) {
        Map<Long, Double> trained = pairs(rows, projection);
        return trained.keySet().equals(likes.keySet()) && (!rows.isWeighted() || trained.entrySet().stream()
                .allMatch(pair -> Math.abs(pair.getValue() / likes.get(pair.getKey()) - 1) < 1e-5));
    }

    private static Map<Long, Double> pairs(CsrGraph rows, Projection projection) {
        Map<Long, Double> pairs = new TreeMap<>();
        for (int user = 0; user < rows.rowCount(); user++) {
            CsrGraph row = rows.row(user);
            for (int n = 0; n < row.edgeCount(); n++) {
                long pair = (long) projection.users().value(user) * 100
                        + (long) projection.items().value(row.neighbors()[n]);
                pairs.put(pair, row.isWeighted() ? row.weights()[n] : 1.0);
            }
        }
        return pairs;
    }
}

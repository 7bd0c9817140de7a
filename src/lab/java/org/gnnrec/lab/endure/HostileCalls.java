package org.gnnrec.lab.endure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.config.Key;
import org.gnnrec.jobs.TrainKeys;

/** Draws calls of every procedure and function with arguments that mean harm. */
final class HostileCalls {
    /** Models that such a call makes or writes have this name unless the name itself is wild. */
    static final String VICTIM = "victim";
    private static final List<String> TRAIN_KEYS = TrainKeys.all().stream().map(Key::name).sorted().toList();
    private static final List<String> OTHER_KEYS = List.of("modelName", "modelVersion", "k", "concurrency",
            "testRelationshipTypes", "communityCount", "nameProperties", "typicalCount", "bridgingCount", "randomSeed",
            "writeProperty", "mutateProperty");
    private static final List<String> QUERIES = List.of(
            "UNWIND range(1, 1000000000) AS x MATCH (u:User {id: 'u0'}), (i:Item {id: 'i0'}) RETURN u AS user, i AS item",
            "UNWIND range(1, 1000000000) AS x RETURN x AS user, x AS item",
            "MATCH (u:User), (i:Item), (x), (y), (z) RETURN u AS user, i AS item",
            "MATCH (u:User)-->(i:Item) RETURN u AS user, i AS item, range(1, 10000000) AS weight",
            "MATCH (u:User)-->(i:Item) RETURN u AS user, i AS item, 1 / 0 AS weight",
            "MATCH (u:User)-->(i:Item) RETURN i AS user, u AS item", "MATCH (u:User) RETURN u AS user",
            "RETURN 1 AS user, 2 AS item", "RETURN", "MATCH (n) DETACH DELETE n", "CALL gnnrec.train()",
            "MATCH (u:User)-->(i:Item) CALL gnnrec.recommend(u, 5) YIELD item RETURN u AS user, item");
    /** Made on the server: Neo4j's reader of parameters does not take a value as deep. */
    private static final String DEEP = "WITH reduce(value = [], n IN range(1, 2000) | [value]) AS deep ";
    private static final List<String> SMALL = List.of("CALL gnnrec.model.list($a)", "CALL gnnrec.model.exists($a)",
            "CALL gnnrec.model.drop($a, $b)", "CALL gnnrec.schema()", "CALL gnnrec.version()", "CALL gnnrec.schema($a)",
            "MATCH (u:User {id: 'u1'}) RETURN gnnrec.embedding(u, $a)", "RETURN gnnrec.embedding($a, 'good')",
            "MATCH ()-[r]->() WITH r LIMIT 1 RETURN gnnrec.embedding(r, $b)",
            DEEP + "CALL gnnrec.train.estimate({relationshipTypes: deep}) YIELD bytesMax RETURN bytesMax",
            DEEP + "CALL gnnrec.train.estimate({params: {a: deep}, query: 'RETURN $a'}) YIELD bytesMax RETURN bytesMax",
            DEEP + "CALL gnnrec.recommend(deep, 5, {modelName: 'good'}) YIELD itemId RETURN itemId",
            DEEP + "CALL gnnrec.recommend('u1', 5, {modelName: deep}) YIELD itemId RETURN itemId");

    private final SplittableRandom random;
    private final WildValues wild;

    HostileCalls(SplittableRandom random) {
        this.random = random;
        this.wild = new WildValues(random);
    }

    HostileCall next() {
        return switch (random.nextInt(11)) {
            case 0, 1 -> train("CALL gnnrec.train($config)", true);
            case 2, 3 -> train("CALL gnnrec.train.estimate($config)", false);
            case 4 -> call("CALL gnnrec.recommend($a, $b, $config)", false);
            case 5 -> call("CALL gnnrec.explain($a, $b, $config)", false);
            case 6 -> call("CALL gnnrec.evaluate($config)", false);
            case 7 -> call("CALL gnnrec.communities($config)", true);
            case 8 -> call("CALL gnnrec.embeddings.mutate($a, $config)", false);
            case 9 -> call("CALL gnnrec.embeddings.write($config)", true);
            default -> call(SMALL.get(random.nextInt(SMALL.size())), false);
        };
    }

    /** A training that would be quick, were it not for one or two of its keys. */
    private HostileCall train(String query, boolean writes) {
        Map<String, Object> config = new HashMap<>(SmallShop.FAST);
        config.put("modelName", VICTIM);
        int keys = 1 + random.nextInt(2);
        IntStream.range(0, keys).forEach(key -> spoil(config));
        return new HostileCall(query, Map.of("config", config), writes);
    }

    private void spoil(Map<String, Object> config) {
        switch (random.nextInt(8)) {
            case 0 -> {
                config.remove("relationshipTypes"); // with it a query is refused unread
                config.put("query", QUERIES.get(random.nextInt(QUERIES.size())));
            }
            case 1 -> config.put(wild.key(), wild.any());
            default -> config.put(TRAIN_KEYS.get(random.nextInt(TRAIN_KEYS.size())), wild.any());
        }
    }

    /** Half of the arguments are as they should be, so that the other half is reached. */
    private HostileCall call(String query, boolean writes) {
        Map<String, Object> config = new HashMap<>(Map.of("modelName", writes ? VICTIM : SmallShop.GOOD.get(0)));
        if (random.nextBoolean()) {
            String key = random.nextInt(6) == 0 ? wild.key() : OTHER_KEYS.get(random.nextInt(OTHER_KEYS.size()));
            config.put(key, wild.any());
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("a", random.nextBoolean() ? "u1" : wild.any());
        parameters.put("b", random.nextBoolean() ? (Object) 5 : wild.any());
        parameters.put("config", config);
        parameters.keySet().removeIf(name -> Arrays.stream(query.split("\\W+")).noneMatch(name::equals));
        return new HostileCall(query, parameters, writes);
    }
}

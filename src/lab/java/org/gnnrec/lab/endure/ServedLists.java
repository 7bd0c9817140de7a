package org.gnnrec.lab.endure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Record;

/**
 * What the models of a server recommend to the same twenty users.
 *
 * @param versions of each model that is listed
 * @param lists the rows of each model
 */
record ServedLists(Map<String, Long> versions, Map<String, List<Map<String, Object>>> lists) {
    private static final int USERS = 20;
    private static final String LIST = """
            MATCH (u:User) WITH u ORDER BY u.id LIMIT $users
            CALL gnnrec.recommend(u, 5, {modelName: $model}) YIELD itemId, score, rank
            RETURN u.id, rank, itemId, score""";

    static ServedLists of(Cypher cypher) {
        Map<String, Long> versions = new TreeMap<>();
        Map<String, List<Map<String, Object>>> lists = new HashMap<>();
        for (Record row : cypher.rows("CALL gnnrec.model.list() YIELD modelName, modelVersion")) {
            String model = row.get("modelName").asString();
            versions.put(model, row.get("modelVersion").asLong());
            lists.put(model, cypher.rows(LIST, "model", model, "users", USERS).stream().map(Record::asMap).toList());
        }
        return new ServedLists(versions, lists);
    }

    private long version(String model) {
        return versions.getOrDefault(model, 0L);
    }

    /** What a kill within this work may not have done, in words: empty where all is well. */
    List<String> violationsAfter(KilledWork.Chosen chosen, ServedLists after) {
        List<String> violations = new ArrayList<>();
        for (String model : KilledWork.MODELS) {
            long before = version(model);
            long now = after.version(model);
            if (now != before && !(chosen.model().equals(model) && now == changed(chosen.work(), before))) {
                violations.add("model " + model + " had version " + before + " and has " + now + " after a kill in "
                        + chosen);
            }
            if (now == before && before > 0 && !lists.get(model).equals(after.lists.get(model))) {
                violations.add("version " + now + " of " + model + " recommends otherwise after a kill in " + chosen);
            }
            if (now > 0 && after.lists.get(model).size() < 5 * USERS) {
                violations.add("model " + model + " recommends " + after.lists.get(model).size() + " rows, not "
                        + 5 * USERS);
            }
        }
        return violations;
    }

    /** The version after the work; 0 stands for no model. */
    private static long changed(KilledWork.Work work, long before) {
        return switch (work) {
            case TRAIN -> before + 1;
            case DROP -> 0;
            case COMMUNITIES -> before;
        };
    }
}

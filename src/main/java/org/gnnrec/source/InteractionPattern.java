package org.gnnrec.source;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One definition of an interaction by a Cypher pattern. Training and serving read it by the text of one query, for many
 * nodes or for one.
 *
 * @param name in the place of a relationship type
 * @param where the condition on its variables, or null
 * @param weight a number for each interaction, or null for 1
 * @param timestamp a time for each interaction, or null
 * @param params the values of its parameters
 */
public record InteractionPattern(String name, CypherPattern pattern, CypherExpression where, CypherExpression weight,
        CypherExpression timestamp, Map<String, Object> params) {

    /** The parameter of the query that holds the nodes to read. Names with this beginning are the query's own. */
    public static final String NODES = "gnnrec_nodes";
    /** The columns of the query. */
    public static final String USER = CypherPattern.USER;
    public static final String ITEM = CypherPattern.ITEM;
    public static final String WEIGHT = "gnnrec_weight";
    public static final String TIMESTAMP = "gnnrec_timestamp";
    public static final String PATH = "gnnrec_path";

    /** This definition in plain JSON types, for {@link #of}, without what is null. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("pattern", pattern.text());
        put(map, "where", where);
        put(map, "weight", weight);
        put(map, "timestamp", timestamp);
        if (!params.isEmpty()) {
            map.put("params", params);
        }
        return map;
    }

    private static void put(Map<String, Object> map, String key, CypherExpression expression) {
        if (expression != null) {
            map.put(key, expression.text());
        }
    }

    /**
     * The definition of a map with the keys name, pattern and, where wanted, where, weight, timestamp and params.
     *
     * @throws IllegalArgumentException where a text is no pattern or no expression
     */
    @SuppressWarnings("unchecked")
    public static InteractionPattern of(Map<String, Object> map) {
        return new InteractionPattern((String) map.get("name"),
                CypherPattern.of("pattern", (String) map.get("pattern")), expression(map, "where"),
                expression(map, "weight"), expression(map, "timestamp"),
                (Map<String, Object>) map.getOrDefault("params", Map.of()));
    }

    private static CypherExpression expression(Map<String, Object> map, String key) {
        return map.get(key) == null ? null : CypherExpression.of(key, (String) map.get(key));
    }

    /** The query that has a row where there is any such interaction. */
    public String any() {
        return "MATCH " + pattern.text() + clause(" WHERE ", where, "") + " RETURN 1 LIMIT 1";
    }

    /** The query for the interactions of some users. */
    public String ofUsers() {
        return query(USER, "");
    }

    /** The query for the interactions of some users, each with its path. */
    public String pathsOfUsers() {
        return query(USER, PATH);
    }

    /** The query for the interactions of some items. */
    public String ofItems() {
        return query(ITEM, "");
    }

    private String query(String bound, String path) {
        return "UNWIND $" + NODES + " AS " + bound + " MATCH " + (path.isEmpty() ? "" : path + " = ") + pattern.text()
                + clause(" WHERE ", where, "") + " RETURN " + USER + ", " + ITEM
                + clause(", ", weight, " AS " + WEIGHT) + clause(", ", timestamp, " AS " + TIMESTAMP)
                + (path.isEmpty() ? "" : ", " + path);
    }

    private static String clause(String before, CypherExpression expression, String after) {
        return expression == null ? "" : before + expression.inBrackets() + after;
    }
}

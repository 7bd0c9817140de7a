package org.gnnrec.projection.schema;

import java.util.LinkedHashMap;
import java.util.Map;

/** A definition for the key {@code interactions}: a pattern in Cypher and a weight, which may be null. */
public record WrittenPattern(String pattern, String weight) {

    static WrittenPattern of(Path path) {
        String variable = path.isDirect() ? "r" : "event";
        Threshold threshold = path.threshold();
        return new WrittenPattern(pattern(path, threshold == null ? "" : variable),
                threshold == null ? null : threshold.weightOf(variable));
    }

    private static String pattern(Path path, String variable) {
        Step first = path.steps().getFirst();
        String way = path.isDirect()
                ? first.arrow(variable)
                : first.arrow("") + node(variable, path.via()) + path.steps().getLast().arrow("");
        return node("user", path.from()) + way + node("item", path.to());
    }

    private static String node(String variable, String label) {
        return "(" + variable + ":" + CypherName.of(label) + ")";
    }

    /** True if Cypher reads every name as it is. Names alone can have a backslash. */
    boolean isWritable() {
        return CypherName.isWritable(pattern) && (weight == null || CypherName.isWritable(weight));
    }

    /** What the key takes: the pattern alone where there is no weight. */
    Object argument() {
        return weight == null ? pattern : toMap();
    }

    /** As a parameter of a call. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("pattern", pattern);
        if (weight != null) {
            map.put("weight", weight);
        }
        return map;
    }
}

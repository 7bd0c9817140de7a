package org.gnnrec.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.config.Kind;
import org.gnnrec.config.Shown;
import org.gnnrec.source.InteractionPattern;

/** Definitions of interactions: a pattern, a map with a pattern and more, or a list of these. */
final class InteractionsKind {
    static final Kind<List<InteractionPattern>> KIND = new Kind<>(
            "a Cypher pattern with the nodes user and item, a map {pattern, name, where, weight, timestamp, params}, "
                    + "or a list of such,",
            InteractionsKind::read, InteractionsKind::show);
    private static final Key<String> NAME = Key
            .text("name", "What stands in the place of a relationship type; needed where there are several.")
            .usually("interaction");
    private static final Key<String> PATTERN = Key.text("pattern",
            "The path between the nodes `user` and `item`, as after `MATCH`.");
    private static final Key<String> WHERE = Key.text("where", "The condition, an expression over its variables.");
    private static final Key<String> WEIGHT = Key.text("weight",
            "The weight, an expression: above zero, or zero or less for a dislike; 1 where it is null.");
    private static final Key<String> TIMESTAMP = Key.text("timestamp",
            "The time, an expression; needs `halfLife`.");
    private static final Key<Map<String, Object>> PARAMS = Key.map("params", "The values of its parameters.");
    private static final List<Key<?>> KEYS = List.of(PATTERN, NAME, WHERE, WEIGHT, TIMESTAMP, PARAMS);
    private static final String KEY = "interactions";
    private static final String OWN = "gnnrec_";

    private InteractionsKind() {}

    private static List<InteractionPattern> read(Object value) {
        List<?> given = value instanceof List<?> list ? list : List.of(value);
        List<InteractionPattern> patterns = new ArrayList<>();
        for (int n = 0; n < given.size(); n++) {
            Map<String, Object> map = map(given.get(n));
            if (map == null) {
                return null;
            }
            patterns.add(pattern(given.size() == 1 ? KEY : KEY + "[" + n + "]", map));
        }
        requireNames(patterns);
        return patterns;
    }

    private static Map<String, Object> map(Object value) {
        return value instanceof String text
                ? Map.of(PATTERN.name(), text)
                : value instanceof Map ? Key.map(KEY, "One definition.").read(value) : null;
    }

    private static InteractionPattern pattern(String key, Map<String, Object> map) {
        try {
            Config config = Config.read(map, KEYS);
            config.require(PATTERN);
            config.get(PARAMS).forEach(InteractionsKind::requireOther);
            StorableParams.require(config.get(PARAMS));
            return InteractionPattern.of(config.toMap());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage());
        }
    }

    private static void requireOther(String name, Object value) {
        if (name.startsWith(OWN)) {
            throw new IllegalArgumentException("params: " + Shown.of(name) + " begins with '" + OWN
                    + "', as the parameters of gnnrec itself do. Name it otherwise");
        }
    }

    private static void requireNames(List<InteractionPattern> patterns) {
        List<String> names = patterns.stream().map(InteractionPattern::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(KEY + " must have names that differ, which stand in the place of "
                    + "relationship types, but has " + names + ". Give each a name");
        }
    }

    private static Object show(List<InteractionPattern> patterns) {
        return patterns.stream().map(InteractionPattern::toMap).toList();
    }
}

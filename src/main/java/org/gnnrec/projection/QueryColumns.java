package org.gnnrec.projection;

import java.util.List;
import java.util.Set;

import org.gnnrec.config.Shown;
import org.gnnrec.config.Suggestion;

/** The columns of a query that projects: {@code user, item[, weight, timestamp, type]}, in any order. */
final class QueryColumns {
    static final String USER = "user";
    static final String ITEM = "item";
    static final String WEIGHT = "weight";
    static final String TIMESTAMP = "timestamp";
    static final String TYPE = "type";
    private static final Set<String> KNOWN = Set.of(USER, ITEM, WEIGHT, TIMESTAMP, TYPE);

    private final List<String> names;

    private QueryColumns(List<String> names) {
        this.names = names;
    }

    /** Refuses missing columns, unknown columns, and a query without a column that the configuration names. */
    static QueryColumns check(List<String> names, ProjectionConfig config) {
        QueryColumns columns = new QueryColumns(names);
        for (String name : names) {
            require(KNOWN.contains(name), "returns a column '" + name + "'" + Suggestion.of(name, KNOWN), names);
        }
        columns.require(USER, true, "");
        columns.require(ITEM, true, "");
        columns.require(TYPE, config.namesTypes(), ", which the keys that name relationship types need");
        columns.require(TIMESTAMP, config.weighting().decays(), ", which halfLife needs");
        require(!columns.has(TIMESTAMP) || config.weighting().decays(),
                "returns a column 'timestamp', which is not used without halfLife", names);
        return columns;
    }

    private void require(String name, boolean needed, String why) {
        require(!needed || has(name), "returns no column '" + name + "'" + why, names);
    }

    private static void require(boolean right, String wrong, List<String> names) {
        if (!right) {
            throw new IllegalArgumentException("query " + wrong + ": it returns " + Shown.names(names)
                    + " but must return user, item and, where wanted, weight, timestamp and type");
        }
    }

    boolean has(String name) {
        return names.contains(name);
    }
}

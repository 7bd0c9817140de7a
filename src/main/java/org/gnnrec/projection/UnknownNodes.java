package org.gnnrec.projection;

import java.util.Map;
import org.gnnrec.config.Shown;
import org.gnnrec.source.NodeKind;

/** Counts the rows of a query that name no user or no item, so that the error can give their number. */
final class UnknownNodes {
    private final ProjectionConfig config;
    private long rows;
    private String example;

    UnknownNodes(ProjectionConfig config) {
        this.config = config;
    }

    /** Notes the index of a user if it is negative, and returns it. */
    int user(int index, Map<String, Object> row) {
        return note(index, QueryColumns.USER, row, config.users());
    }

    /** Notes the index of an item if it is negative, and returns it. */
    int item(int index, Map<String, Object> row) {
        return note(index, QueryColumns.ITEM, row, config.items());
    }

    private int note(int index, String column, Map<String, Object> row, NodeKind kind) {
        if (index < 0) {
            rows++;
            example = example != null
                    ? example
                    : "'" + column + "' is " + Shown.of(row.get(column)) + ", which is no " + kind.name()
                            + " node and no " + kind.idProperty() + " of one";
        }
        return index;
    }

    void refuse() {
        if (rows > 0) {
            throw new IllegalArgumentException(
                    "query: " + rows + " rows name no user or no item, for example " + example
                            + ". Name other labels by userLabel and itemLabel, or leave such rows out");
        }
    }
}

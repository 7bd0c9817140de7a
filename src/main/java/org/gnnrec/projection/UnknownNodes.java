package org.gnnrec.projection;

import java.util.Map;
import org.gnnrec.source.NodeKind;

/** Rows of a query whose user or item is none: counted, so that the error can say how many there are. */
final class UnknownNodes {
    private final ProjectionConfig config;
    private long rows;
    private String example;

    UnknownNodes(ProjectionConfig config) {
        this.config = config;
    }

    /** Notes a negative index of a user, and gives it back. */
    int user(int index, Map<String, Object> row) {
        return note(index, QueryColumns.USER, row, config.users());
    }

    /** Notes a negative index of an item, and gives it back. */
    int item(int index, Map<String, Object> row) {
        return note(index, QueryColumns.ITEM, row, config.items());
    }

    private int note(int index, String column, Map<String, Object> row, NodeKind kind) {
        if (index < 0) {
            rows++;
            example = example != null
                    ? example
                    : "'" + column + "' is " + row.get(column) + ", which is no " + kind.name()
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

package org.gnnrec.projection.schema;

import org.gnnrec.config.Shown;

/** Why a training would be refused, with the way out; null if it would not be. */
final class Problem {
    private Problem() {}

    /** {@code interactions} is null for all relationships between two labels. */
    static String of(LabelProfile users, LabelProfile items, WrittenPattern interactions) {
        String user = users.sample().label();
        String item = items.sample().label();
        if (!user.equals(item) && (users.labels().contains(item) || items.labels().contains(user))) {
            return "some nodes have both labels, " + Shown.name(user) + " and " + Shown.name(item)
                    + ": a node is a user or an item. Remove one of the labels there, or name others";
        }
        if (interactions != null && !interactions.isWritable()) {
            return "a name in the pattern " + interactions.pattern()
                    + " has \\u in it, which Cypher takes for an escape. Rename that label, type or property";
        }
        if (users.idProperty() == null) {
            return withoutId(user);
        }
        return items.idProperty() == null ? withoutId(item) : null;
    }

    private static String withoutId(String label) {
        return "no property is on every " + Shown.name(label)
                + " node and different on each. Set one that is, such as an id";
    }
}

package org.gnnrec.model.layer;

import java.util.List;
import org.gnnrec.config.Kind;

/** Which nodes have a learned row of their own, as if their id were a feature, in models that take features. */
public enum Ids {
    BOTH, USERS, ITEMS, NONE;

    /** The value in Cypher. */
    public Object value() {
        return switch (this) {
            case BOTH -> true;
            case USERS -> "users";
            case ITEMS -> "items";
            case NONE -> false;
        };
    }

    public boolean ofUsers() {
        return this == BOTH || this == USERS;
    }

    public boolean ofItems() {
        return this == BOTH || this == ITEMS;
    }

    /** A kind that takes some of these; {@code values} lists them in words. */
    public static Kind<Ids> kind(String values, List<Ids> allowed) {
        return new Kind<>(values, value -> allowed.stream().filter(ids -> ids.value().equals(value)).findFirst()
                .orElse(null), Ids::value);
    }
}

package org.gnnrec.model.layer;

import java.util.List;
import org.gnnrec.config.Kind;

/** Which nodes have a learned row of their own, as if their id were a feature, in models that take features. */
public enum Ids {
    BOTH(true), USERS("users"), ITEMS("items"), NONE(false);

    private final Object value;

    Ids(Object value) {
        this.value = value;
    }

    /** In Cypher. */
    public Object value() {
        return value;
    }

    public boolean ofUsers() {
        return this == BOTH || this == USERS;
    }

    public boolean ofItems() {
        return this == BOTH || this == ITEMS;
    }

    /** Some of these, with their values in words. */
    public static Kind<Ids> kind(String values, List<Ids> allowed) {
        return new Kind<>(values,
                value -> allowed.stream().filter(ids -> ids.value.equals(value)).findFirst().orElse(null), Ids::value);
    }
}

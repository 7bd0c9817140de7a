package org.gnnrec.training;

import java.util.Arrays;

/** Which nodes have a learned row of their own, as if their id were a feature, in models that take features. */
public enum Ids {
    BOTH(true), USERS("users"), ITEMS("items"), NONE(false);

    private final Object value;

    Ids(Object value) {
        this.value = value;
    }

    /** The one of a value from Cypher; both where there is none. */
    static Ids of(Object value) {
        return value == null
                ? BOTH
                : Arrays.stream(values()).filter(ids -> ids.value.equals(value)).findFirst()
                        .orElseThrow(() -> ConfigValues.wrongType("useIds", "true, false, 'users' or 'items'", value));
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
}

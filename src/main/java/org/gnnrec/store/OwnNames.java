package org.gnnrec.store;

import java.util.Set;

/** The labels and relationship types that gnnrec writes itself. They are interactions only if they are named. */
public final class OwnNames {
    public static final Set<String> TYPES = Set.of("RECOMMENDED", "_PART");
    private static final String LABEL_PREFIX = "_GnnRec";

    private OwnNames() {}

    /** True for a label or a type of gnnrec. */
    public static boolean contains(String name) {
        return name.startsWith(LABEL_PREFIX) || TYPES.contains(name);
    }
}

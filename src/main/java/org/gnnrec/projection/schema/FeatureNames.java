package org.gnnrec.projection.schema;

import java.util.Collection;
import java.util.Locale;

/** Names of features after labels: {@code genres} for {@code Genre}. */
final class FeatureNames {
    private FeatureNames() {}

    /** A name that is not taken yet, for the nodes of this label. */
    static String of(String label, Collection<String> taken) {
        String plural = plural(label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1));
        String name = plural;
        for (int n = 2; taken.contains(name); n++) {
            name = plural + n;
        }
        return name;
    }

    private static String plural(String word) {
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.endsWith("s") ? word : word + "s";
    }
}

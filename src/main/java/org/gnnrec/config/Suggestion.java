package org.gnnrec.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * "Did you mean": the known name nearest to a mistyped one, by Jaro-Winkler similarity, in any letter case. Never the
 * very same name, which may be known elsewhere.
 */
public final class Suggestion {
    private static final double CLOSE = 0.8;
    /** A longer name is no slip of the pen, and to compare it takes long. */
    private static final int LONGEST = 200;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Suggestion() {}

    /** {@code " (did you mean 'epochs'?)"}, or nothing if no known name is close. */
    public static String of(String unknown, Collection<String> known) {
        return unknown.length() > LONGEST
                ? ""
                : known.stream().filter(name -> !name.equals(unknown) && similarity(unknown, name) > CLOSE)
                        .max(Comparator.<String>comparingDouble(name -> similarity(unknown, name))
                                .thenComparing(Comparator.reverseOrder()))
                        .map(name -> " (did you mean '" + name + "'?)").orElse("");
    }

    private static double similarity(String unknown, String name) {
        return SIMILARITY.apply(unknown.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
}

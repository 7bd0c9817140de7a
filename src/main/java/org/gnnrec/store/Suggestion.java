package org.gnnrec.store;

import java.util.Collection;
import java.util.Comparator;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** "Did you mean": the known name nearest to a mistyped one, by Jaro-Winkler similarity. */
public final class Suggestion {
    private static final double CLOSE = 0.8;

    private Suggestion() {}

    /** {@code " (did you mean 'epochs'?)"}, or nothing where no known name is close. */
    public static String of(String unknown, Collection<String> known) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        return known.stream().filter(name -> similarity.apply(unknown, name) > CLOSE)
                .max(Comparator.comparingDouble(name -> similarity.apply(unknown, name)))
                .map(name -> " (did you mean '" + name + "'?)").orElse("");
    }
}

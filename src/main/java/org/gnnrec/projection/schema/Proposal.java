package org.gnnrec.projection.schema;

import java.util.List;
import java.util.stream.Stream;

/** A candidate with all its interactions, and those that take only what is rated well. */
record Proposal(Candidate plain, List<Candidate> rated) {
    private static final int MOST = 4;

    /** What is rated well comes first, unless it is less than a quarter of all interactions: few are rated at all. */
    Stream<Candidate> rows() {
        return Stream.of(rated.stream().filter(this::isMuch), Stream.of(plain),
                rated.stream().filter(candidate -> !isMuch(candidate))).flatMap(rows -> rows);
    }

    private boolean isMuch(Candidate well) {
        return MOST * well.relationshipCount() >= plain.relationshipCount();
    }
}

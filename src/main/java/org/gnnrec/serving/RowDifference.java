package org.gnnrec.serving;

import org.gnnrec.graph.CsrGraph;

/**
 * How the interactions that serving reads of a user differ from those that training read.
 *
 * @param user the id value
 * @param trained how many items training read, liked or disliked
 * @param served how many serving reads
 * @param added how many of the served ones were not trained, or were trained as the opposite
 * @param lost how many of the trained ones are not served, or are served as the opposite
 */
public record RowDifference(Object user, int trained, int served, int added, int lost) {
    static RowDifference of(Object user, UserRow trained, UserRow served) {
        return new RowDifference(user, count(trained), count(served),
                without(served.items(), trained.items()) + without(served.dislikes(), trained.dislikes()),
                without(trained.items(), served.items()) + without(trained.dislikes(), served.dislikes()));
    }

    private static int count(UserRow row) {
        return row.items().edgeCount() + row.dislikes().edgeCount();
    }

    private static int without(CsrGraph some, CsrGraph others) {
        int without = 0;
        for (int item : some.neighbors()) {
            without += others.contains(0, item) ? 0 : 1;
        }
        return without;
    }

    /** True where both have the same items, with other weights. */
    public boolean isOfWeights() {
        return added == 0 && lost == 0;
    }
}

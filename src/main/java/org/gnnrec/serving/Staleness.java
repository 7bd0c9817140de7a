package org.gnnrec.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.source.InteractionPattern;
import org.gnnrec.source.Interactions;
import org.gnnrec.store.PatternQuery;
import org.gnnrec.store.TypesInUse;
import org.neo4j.graphdb.Transaction;

/** Whether the graph still has what a training read. A renamed label or type is gone. */
public final class Staleness {
    private Staleness() {}

    /**
     * What is gone, in words, or null. O(names) from the counts of the store; a pattern is asked for one path, which
     * takes as long as Neo4j needs to find one or to see that there is none.
     */
    public static String of(Transaction tx, Interactions interactions) {
        List<String> gone = new ArrayList<>();
        add(gone, "labels", TypesInUse.missingLabels(tx,
                Stream.concat(interactions.users().labels().stream(), interactions.items().labels().stream())
                        .toList()));
        List<String> likes = interactions.types().stream()
                .filter(type -> interactions.weighting().typeWeight(type) > 0).toList();
        if (interactions.source().isPatterns()) {
            add(gone, "interactions", interactions.source().patterns().stream()
                    .filter(pattern -> likes.contains(pattern.name()) && !PatternQuery.findsAny(tx, pattern))
                    .map(InteractionPattern::name).toList());
        } else {
            add(gone, "relationship types", TypesInUse.missing(tx, likes));
        }
        return gone.isEmpty() ? null : "nothing is left of the " + String.join(" and the ", gone) + ": train again";
    }

    private static void add(List<String> gone, String what, List<String> names) {
        if (!names.isEmpty()) {
            gone.add(what + " " + names);
        }
    }
}

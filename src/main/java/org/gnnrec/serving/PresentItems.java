package org.gnnrec.serving;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.neo4j.graphdb.Node;

/**
 * The best items whose nodes are still there. Looks each node up when its row is asked for, so a long list takes twelve
 * bytes an item. Ranks more items only where some of the first are gone.
 */
final class PresentItems implements Iterator<Recommendation> {
    /** How a list is made. */
    interface Source {
        /** The best items, up to this many. */
        RankedItems rank(int count);

        /** The node of an item, or null if it is gone. */
        Node node(int item);

        /** The row of an item. */
        Recommendation row(Node node, int item, double score, long rank);
    }

    private final Source source;
    private final int wanted;
    private final int most;
    private RankedItems ranked;
    private int place;
    private long given;
    private Recommendation next;

    /**
     * @param wanted how many rows at most
     * @param most how many items can rank
     */
    PresentItems(Source source, int wanted, int most) {
        this.source = source;
        this.wanted = wanted;
        this.most = most;
        this.ranked = source.rank(wanted);
    }

    @Override
    public boolean hasNext() {
        while (next == null && given < wanted && hasRanked()) {
            int item = ranked.items()[place];
            Node node = source.node(item);
            if (node != null) {
                next = source.row(node, item, ranked.scores()[place], ++given);
            }
            place++;
        }
        return next != null;
    }

    /** Ranks about twice as many where all are used up. */
    private boolean hasRanked() {
        if (place == ranked.size() && place < most) {
            ranked = source.rank((int) Math.min(most, 2L * place + 1));
        }
        return place < ranked.size();
    }

    @Override
    public Recommendation next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Recommendation row = next;
        next = null;
        return row;
    }
}

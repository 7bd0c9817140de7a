package org.gnnrec.lab.index;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run measured, written as one flat JSON object.
 *
 * @param indexes that of the training first, then others that were asked for
 * @param recommendMillisP50 what one client waits for {@code gnnrec.recommend}
 */
record IndexReport(@JsonUnwrapped Size size, List<Measured> indexes, double recommendMillisP50,
        @JsonUnwrapped Ground ground) {

    /** The graph, and how many items the index has. */
    record Size(String data, long userCount, long itemCount, long indexedItemCount, long relationshipCount) {}

    /**
     * One index, by how many vectors more than the user's items are asked for.
     *
     * @param users what it finds of the ten items of {@code gnnrec.recommend}
     * @param items what it finds of the ten largest inner products with the embedding of an item
     * @param indexedItems what it finds of the ten vectors nearest to an item's own
     */
    record Measured(@JsonUnwrapped HnswSettings hnsw, Map<Integer, Found> users, Map<Integer, Found> items,
            Map<Integer, Found> indexedItems) {
        private String summary() {
            return String.format(Locale.ROOT, "m %d, ef_construction %d%n  users %s%n  items %s%n  by own vector %s%n",
                    hnsw.m(), hnsw.efConstruction(), users, items, indexedItems);
        }
    }

    /** Recall at ten, and what one client waits for the query. */
    record Found(double recallAt10, double millisP50) {}

    /** On what it ran. */
    record Ground(long seed, Map<String, Object> configuration, Map<String, Object> versions, String cpu) {}

    /** For people: a few lines. */
    String summary() {
        return String.format(Locale.ROOT, "%s: %,d users, %,d items, %,d in the index%n", size.data, size.userCount,
                size.itemCount, size.indexedItemCount)
                + indexes.stream().map(Measured::summary).collect(Collectors.joining());
    }
}

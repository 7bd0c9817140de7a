package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.serving.Recommender;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.LiveBytes;
import org.gnnrec.testing.ServedModels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapBytesTest {
    private static final int USERS = 4_000;
    private static final int ITEMS = 2_000;
    /** An id as an object with its reference, its place in a hash table, and the half of a node id that is not counted. */
    private static final int BYTES_PER_NODE = 24 + 4 + 56 + 4;

    @ParameterizedTest
    @ValueSource(ints = { 4, 64, 256 })
    void isWhatALoadedModelTakes(int dimension) throws IllegalAccessException {
        ModelInfo info = ServedModels.info("fuzz", 1);
        ServedModel model = ServedModels.random(info, ServedModels.table(0, USERS, index -> index),
                ServedModels.table(USERS, ITEMS, index -> index), Graphs.random(USERS, ITEMS, 0.01, 7), dimension, 7);
        ModelCatalog catalog = new ModelCatalog(StoredInMemory.of(model).transaction());

        long live = LiveBytes.of(new Recommender(catalog.load(info))) + (long) BYTES_PER_NODE * (USERS + ITEMS);

        assertThat(catalog.heapBytes(info)).isBetween(live, live * 5 / 4);
    }
}

package org.gnnrec.jobs;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.config.Shown;
import org.gnnrec.model.Parameters;
import org.gnnrec.projection.Projection;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.training.WarmStart;
import org.neo4j.graphdb.Transaction;

/** Reads the start of a warm start: what a stored model learned, for the present nodes of the graph. */
final class StoredStart {
    private StoredStart() {}

    /** Refuses a model that knows no user or no item of the graph. */
    static WarmStart load(Transaction tx, ModelInfo info, Projection projection, HeapLedger.Reservation heap) {
        ModelCatalog models = new ModelCatalog(tx);
        heap.atLeast(models.wholeHeapBytes(info)); // it may be of a larger graph than the present one
        ServedModel stored = models.loadWhole(info);
        int[] users = rows(projection.users(), stored.users(), info.users(), info);
        int[] items = rows(projection.items(), stored.items(), info.items(), info);
        return WarmStart.of(stored.rows(), users, items, learned(stored));
    }

    private static Parameters learned(ServedModel stored) {
        try {
            return stored.info().spec().parameters(stored.fitted().state(), stored.users().size());
        } catch (NoSuchElementException | IllegalArgumentException e) {
            throw ModelFormatException.ofModel(stored.info().name(), e);
        }
    }

    /** The stored rows of the present nodes, by id values: Neo4j reuses the node ids of deleted nodes. */
    private static int[] rows(NodeTable now, NodeTable stored, NodeKind kind, ModelInfo model) {
        int[] rows = IntStream.range(0, now.size()).map(index -> stored.indexOfValue(now.value(index))).toArray();
        if (Arrays.stream(rows).allMatch(row -> row < 0)) {
            throw new IllegalArgumentException("warmStart: model '" + model.name() + "' knows none of the " + now.size()
                    + " " + kind.name() + " nodes by its id property '" + kind.idProperty() + "': "
                    + Shown.of(now.value(0))
                    + " now, " + Shown.of(stored.value(0)) + " then. Train without warmStart");
        }
        return rows;
    }
}

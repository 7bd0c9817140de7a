package org.gnnrec.jobs;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.catalog.StoredBase;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.model.encoder.Embeddings;
import org.gnnrec.projection.Projection;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.training.Parameters;
import org.gnnrec.training.WarmStart;
import org.neo4j.graphdb.Transaction;

/** Where a warm start begins: the base embeddings of a stored model, on the nodes of the graph as it is now. */
final class StoredStart {
    private StoredStart() {}

    /** Refuses a model that knows no user or no item of the graph. */
    static WarmStart load(Transaction tx, ModelInfo model, Projection projection) {
        StoredBase stored = new ModelCatalog(tx).loadBase(model);
        int[] users = rows(projection.users(), stored.users(), model.users(), model);
        int[] items = rows(projection.items(), stored.items(), model.items(), model);
        return WarmStart.of(stored.rows(), users, items,
                new Parameters(new Embeddings(stored.userBase(), stored.itemBase()), stored.weights()));
    }

    /** Nodes are the same where their id values are: Neo4j reuses the node ids of deleted nodes. */
    private static int[] rows(NodeTable now, NodeTable stored, NodeKind kind, ModelInfo model) {
        int[] rows = IntStream.range(0, now.size()).map(index -> stored.indexOfValue(now.value(index))).toArray();
        if (Arrays.stream(rows).allMatch(row -> row < 0)) {
            throw new IllegalArgumentException("warmStart: model '" + model.name() + "' knows none of the " + now.size()
                    + " " + kind.name() + " nodes by its id property '" + kind.idProperty() + "': '" + now.value(0)
                    + "' now, '" + stored.value(0) + "' then. Train without warmStart");
        }
        return rows;
    }
}

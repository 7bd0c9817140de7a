package org.gnnrec.jobs;

import java.util.List;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.serving.Recommender;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.NodeIds;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.neo4j.graphdb.Node;
import org.neo4j.logging.NullLog;
import org.neo4j.procedure.StatusDetailsAccessor;

/** A graph with a stored model and its copy on the nodes; the last item has no interaction. */
final class CopiedGraph {
    static final int USERS = 6;
    static final int ITEMS = 5;

    private final TestDatabase neo4j;

    CopiedGraph(TestDatabase neo4j) {
        this.neo4j = neo4j;
    }

    /** Users 'u0', 'u1', ... and items 0, 1, ... with a model and its copy. */
    ServedModel create(boolean vectorIndex) {
        ServedModel model = store(ServedModels.info("default", 1), vectorIndex);
        copies(Cancellation.NEVER).write(model, new Recommender(model).embeddings().trainedUsers());
        return model;
    }

    /** A model of these nodes without a copy, as an interrupted training leaves it. */
    ServedModel store(ModelInfo info, boolean vectorIndex) {
        NodeTable users = table(neo4j.create("User", "u0", "u1", "u2", "u3", "u4", "u5"));
        NodeTable items = table(neo4j.create("Item", 0L, 1L, 2L, 3L, 4L));
        CsrBuilder rows = new CsrBuilder(USERS, ITEMS);
        for (int user = 0; user < USERS; user++) {
            rows.add(user, user % (ITEMS - 1));
        }
        ModelInfo indexed = new ModelInfo(info.name(), info.version(), info.uid(), info.modelType(),
                info.interactions(), new PropertyCopy("gnnrec_default", "gnnrec_default", vectorIndex, false),
                info.relationshipCount(), info.createdAt(), info.bestEpoch(), info.configuration(), info.metrics());
        ServedModel model = ServedModels.random(indexed, users, items, rows.build(), 3, 5);
        ModelStore store = new ModelStore(neo4j.inner());
        Draft draft = store.begin(info.name());
        store.makeCurrent(draft, model, store.write(draft, model));
        return model;
    }

    /** The copies in a call that this ends. */
    Copies copies(Cancellation cancellation) {
        return new Copies(neo4j.inner(cancellation), progress());
    }

    static Progress progress() {
        return Progress.unlisted("test", new Unseen(), NullLog.getInstance());
    }

    /** Nobody looks at it. */
    private static final class Unseen implements StatusDetailsAccessor {
        @Override
        public void setStatusDetails(String details) {}

        @Override
        public String statusDetails() {
            return "";
        }
    }

    private NodeTable table(List<Node> nodes) {
        return neo4j.in(tx -> new NodeTable(IdMap.ofAscending(nodes.stream().mapToLong(NodeIds::of).toArray()),
                nodes.stream().map(node -> IdValue.of(tx.getNodeByElementId(node.getElementId()), "id")).toArray()));
    }
}

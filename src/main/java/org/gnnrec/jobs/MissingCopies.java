package org.gnnrec.jobs;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gnnrec.archive.CopiedNodes;
import org.gnnrec.archive.ListedModel;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.NodeIds;
import org.gnnrec.writeback.PresentNodes;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/**
 * How many nodes of a model lack what gnnrec wrote to them. A node that is gone lacks nothing. A node that is gone while
 * several others have its id value counts as one that lacks it, because nobody can say which of them it is.
 *
 * @param isExact whether all nodes are looked at, or the sample that is kept with a model
 */
record MissingCopies(Transaction tx, boolean isExact, Cancellation cancellation) {
    /** Null where the model cannot be read, or has no sample because an earlier version of gnnrec stored it. */
    Long of(ListedModel model) {
        return model.info().flatMap(this::count).orElse(null);
    }

    private Optional<Long> count(ModelInfo info) {
        try {
            return nodes(info).map(nodes -> count(info, nodes));
        } catch (ModelFormatException e) {
            return Optional.empty(); // the list shows why, or the first call that loads the model
        }
    }

    private Optional<CopiedNodes> nodes(ModelInfo info) {
        return isExact
                ? Optional.of(CopiedNodes.of(StoredModels.recommender(tx, info.name()).model()))
                : new ModelCatalog(tx).copySample(info);
    }

    private long count(ModelInfo info, CopiedNodes nodes) {
        PropertyCopy copy = info.copy();
        PresentNodes users = present(info.users(), nodes.users());
        PresentNodes items = present(info.items(), nodes.items());
        IntPredicate isIndexed = row -> Arrays.binarySearch(nodes.indexed(), items.rows()[row]) >= 0;
        return scaled(lacking(users, row -> has(users, row, copy.property())), nodes.users(), nodes.userCount())
                + scaled(lacking(items, row -> has(items, row, copy.itemProperty())
                        && (!isIndexed.test(row) || has(items, row, copy.indexProperty()))), nodes.items(),
                        nodes.itemCount());
    }

    private PresentNodes present(NodeKind kind, NodeTable nodes) {
        return isExact
                ? PresentNodes.find(tx, kind, nodes, cancellation)
                : PresentNodes.findByIndex(tx, kind, nodes);
    }

    private static long lacking(PresentNodes present, IntPredicate hasAll) {
        return present.doubled().size()
                + IntStream.range(0, present.nodes().size()).filter(row -> !hasAll.test(row)).count();
    }

    /**
     * Does not read the value: once a transaction has read the parts of a model, each array that it reads takes as long as
     * one of a MiB.
     */
    private boolean has(PresentNodes present, int row, String property) {
        try {
            Node node = NodeIds.find(tx, present.nodes().nodes().nodeId(row));
            return node == null || node.hasProperty(property);
        } catch (NotFoundException e) {
            return true; // another transaction deleted it meanwhile
        }
    }

    private static long scaled(long lacking, NodeTable sample, long all) {
        return sample.size() == 0 ? 0 : Math.round((double) lacking * all / sample.size());
    }
}

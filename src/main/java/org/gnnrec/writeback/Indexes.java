package org.gnnrec.writeback;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.gnnrec.config.Shown;
import org.gnnrec.linalg.Deadline;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.IndexKey;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.RangeIndex;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.ConstraintDefinition;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexType;
import org.neo4j.graphdb.schema.Schema.IndexState;

/** The indexes that gnnrec makes: range indexes on ids that have none, and one vector index a model. */
public final class Indexes {
    private static final long ONLINE_MINUTES = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final InnerTransactions inner;
    private final Duration patience;

    public Indexes(InnerTransactions inner) {
        this(inner, PATIENCE);
    }

    /** Waits so long for other transactions before it gives up a change of the schema. */
    Indexes(InnerTransactions inner, Duration patience) {
        this.inner = inner;
        this.patience = patience;
    }

    /**
     * Refuses ids that are too long for a range index that is still to be made. O(characters of the ids).
     *
     * @param key that names the id property, for the error
     */
    public void requireIndexable(NodeKind kind, NodeTable nodes, String key) {
        if (kind.labels().stream().anyMatch(label -> isMissing(label, kind.idProperty()))) {
            for (int index = 0; index < nodes.size(); index++) {
                requireIndexable(nodes.value(index), kind, key);
            }
        }
    }

    private static void requireIndexable(Object id, NodeKind kind, String key) {
        long bytes = IndexKey.bytes(id);
        if (bytes > IndexKey.MOST_BYTES) {
            throw new IllegalArgumentException("createIndexes: an id of the " + kind.name() + " nodes has " + bytes
                    + " bytes, which is " + Shown.of(id) + " under '" + kind.idProperty() + "'. A range index of Neo4j "
                    + "takes at most " + IndexKey.MOST_BYTES + ". Set createIndexes: false, or name a property with "
                    + "shorter ids by " + key);
        }
    }

    /**
     * Makes a range index on this property unless there is one; a constraint's counts. Waits until it answers. If Neo4j
     * fails to fill an index made here, it is dropped again.
     */
    public void ensureRange(String label, String property) {
        boolean missing = isMissing(label, property);
        if (missing) {
            change(label, tx -> tx.schema().indexFor(Label.label(label)).on(property)
                    .withIndexType(IndexType.RANGE).create());
        }
        try {
            inner.run(tx -> tx.schema().awaitIndexOnline(RangeIndex.find(tx, Label.label(label), property),
                    ONLINE_MINUTES, TimeUnit.MINUTES));
        } catch (IllegalStateException e) {
            requireNotFailed(label, property, missing);
            throw e;
        }
    }

    /**
     * Changes the schema of a label. Neo4j lets that wait for every transaction that has used an index of the label, also
     * for the one of the call, which would wait for itself. Fails without the cause, because Neo4j would show the cause
     * alone.
     */
    private void change(String label, Consumer<Transaction> work) {
        try {
            new InnerTransactions(inner.db(),
                    new Deadline(System.nanoTime() + patience.toNanos(), inner.cancellation()))
                    .run(work);
        } catch (Deadline.Passed e) {
            throw new IllegalStateException("an index of " + label + " nodes could not be made or dropped within "
                    + patience.toSeconds() + " s, because a transaction that has used another index of them is still "
                    + "open. It may be your own: make this call in a transaction of its own");
        }
    }

    private boolean isMissing(String label, String property) {
        return inner.call(tx -> RangeIndex.find(tx, Label.label(label), property) == null);
    }

    /** Fails without the cause, because Neo4j would show the cause alone. */
    private void requireNotFailed(String label, String property, boolean isOurs) {
        boolean failed = inner.call(tx -> {
            IndexDefinition index = RangeIndex.find(tx, Label.label(label), property);
            boolean isFailed = index != null && tx.schema().getIndexState(index) == IndexState.FAILED;
            if (isFailed && isOurs) {
                index.drop();
            }
            return isFailed;
        });
        if (failed) {
            throw new IllegalStateException("createIndexes: Neo4j failed to fill the range index on '" + property
                    + "' of " + label + " nodes. Its debug.log has the reason, often a value that is too large. Set "
                    + "createIndexes: false" + (isOurs ? "" : ", or drop the index"));
        }
    }

    /** Creates it as {@link #createVector} does, and replaces ours if it has another length. */
    public void ensureVector(VectorIndex index, int dimensions) {
        if (!isOfLength(dimensions, index.name())) {
            dropVector(index);
        }
        createVector(index, dimensions);
    }

    /**
     * Makes a cosine index without quantization on vectors of this length unless ours is there, of any length. Refuses
     * as {@link #requireFree} does.
     */
    public void createVector(VectorIndex index, int dimensions) {
        requireFree(index);
        change(index.label(), tx -> {
            if (find(tx, index.name()) == null) {
                tx.schema().indexFor(Label.label(index.label())).on(index.property()).withName(index.name())
                        .withIndexType(IndexType.VECTOR).withIndexConfiguration(VectorSettings.of(dimensions)).create();
            }
        });
    }

    /** Drops our vector index if it is there. Another index of the same name stays. */
    public void dropVector(VectorIndex ours) {
        change(ours.label(), tx -> {
            IndexDefinition index = find(tx, ours.name());
            if (index != null && is(ours, index)) {
                index.drop();
            }
        });
    }

    /**
     * Refuses an index of a user's own that leaves no place for ours: one of the same name on anything else or with
     * other settings, or another vector index on the same label and property, of which Neo4j allows one.
     */
    public void requireFree(VectorIndex ours) {
        inner.run(tx -> {
            for (IndexDefinition index : tx.schema().getIndexes()) {
                if (isForeign(ours, index)) {
                    throw new IllegalArgumentException("there is an index '" + index.getName()
                            + "' that gnnrec did not make in the place of the vector index '" + ours.name()
                            + "' (cosine, not quantized) on '" + ours.property() + "' of " + ours.label()
                            + " nodes, and it never replaces such an index. Drop the "
                            + "index, or train with another writeProperty or with vectorIndex: false");
                }
            }
        });
    }

    /** Refuses a property with a constraint, which could end the writing halfway: embeddings of two nodes may be equal. */
    public void requireUnconstrained(String property, List<String> labels) {
        labels.forEach(label -> inner.run(tx -> requireUnconstrained(tx, property, label)));
    }

    private static void requireUnconstrained(Transaction tx, String property, String label) {
        for (ConstraintDefinition constraint : tx.schema().getConstraints(Label.label(label))) {
            if (StreamSupport.stream(constraint.getPropertyKeys().spliterator(), false).anyMatch(property::equals)) {
                throw new IllegalArgumentException("there is a constraint '" + constraint.getName() + "' on '"
                        + property
                        + "' of " + label
                        + " nodes, which what gnnrec writes there need not meet. Drop the constraint, "
                        + "or name another property by the writeProperty of gnnrec.train or gnnrec.communities");
            }
        }
    }

    private boolean isOfLength(int dimensions, String name) {
        return inner.call(tx -> {
            IndexDefinition index = find(tx, name);
            return index != null && VectorSettings.areOfLength(dimensions, index);
        });
    }

    /** True if it leaves no place for ours: Neo4j allows one vector index on a property of a label. */
    private static boolean isInThePlaceOf(VectorIndex ours, IndexDefinition index) {
        return index.getIndexType() == IndexType.VECTOR && index.isNodeIndex()
                && RangeIndex.isOn(index, ours.property()) && isOnlyLabel(ours.label(), index.getLabels().iterator());
    }

    private static boolean isOnlyLabel(String label, Iterator<Label> labels) {
        return labels.next().name().equals(label) && !labels.hasNext();
    }

    /** True if gnnrec may have made it, of any length. */
    private static boolean is(VectorIndex ours, IndexDefinition index) {
        return index.getName().equals(ours.name()) && isInThePlaceOf(ours, index) && VectorSettings.areOurs(index);
    }

    private static boolean isForeign(VectorIndex ours, IndexDefinition index) {
        return (index.getName().equals(ours.name()) || isInThePlaceOf(ours, index)) && !is(ours, index);
    }

    private static IndexDefinition find(Transaction tx, String name) {
        for (IndexDefinition index : tx.schema().getIndexes()) {
            if (index.getName().equals(name)) {
                return index;
            }
        }
        return null;
    }
}

package org.gnnrec.writeback;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.RangeIndex;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexSetting;
import org.neo4j.graphdb.schema.IndexType;

/** The indexes that gnnrec makes: range indexes on ids that have none, and one vector index a model. */
public final class Indexes {
    private static final long ONLINE_MINUTES = 10;

    private final InnerTransactions inner;

    public Indexes(InnerTransactions inner) {
        this.inner = inner;
    }

    /** Makes a range index on this property unless there is one; a constraint's counts. Waits until it answers. */
    public void ensureRange(String label, String property) {
        boolean missing = inner.call(tx -> RangeIndex.find(tx, Label.label(label), property) == null);
        if (missing) {
            inner.run(tx -> tx.schema().indexFor(Label.label(label)).on(property)
                    .withIndexType(IndexType.RANGE).create());
        }
        inner.run(tx -> tx.schema().awaitIndexOnline(RangeIndex.find(tx, Label.label(label), property), ONLINE_MINUTES,
                TimeUnit.MINUTES));
    }

    /** Creates it as {@link #createVector} does, and replaces ours if it has another length. */
    public void ensureVector(VectorIndex index, int dimensions) {
        if (!hasDimensions(index.name(), dimensions)) {
            dropVector(index);
        }
        createVector(index, dimensions);
    }

    /**
     * Makes a cosine index on vectors of this length unless ours is there. It has no quantization, which lost a tenth
     * to a half of the right answers. An index of the same name on anything else is refused.
     */
    public void createVector(VectorIndex index, int dimensions) {
        requireNotForeign(index);
        inner.run(tx -> {
            if (find(tx, index.name()) == null) {
                tx.schema().indexFor(Label.label(index.label())).on(index.property()).withName(index.name())
                        .withIndexType(IndexType.VECTOR).withIndexConfiguration(cosine(dimensions)).create();
            }
        });
    }

    private static Map<IndexSetting, Object> cosine(int dimensions) {
        return Map.of(IndexSetting.vector_Dimensions(), dimensions, IndexSetting.vector_Similarity_Function(),
                "cosine", IndexSetting.vector_Quantization_Enabled(), false);
    }

    /** Drops our vector index if it is there. An index of the same name on anything else stays. */
    public void dropVector(VectorIndex ours) {
        inner.run(tx -> {
            IndexDefinition index = find(tx, ours.name());
            if (index != null && is(index, ours)) {
                index.drop();
            }
        });
    }

    private void requireNotForeign(VectorIndex ours) {
        boolean foreign = inner.call(tx -> {
            IndexDefinition index = find(tx, ours.name());
            return index != null && !is(index, ours);
        });
        if (foreign) {
            throw new IllegalArgumentException("there is an index '" + ours.name()
                    + "' that gnnrec did not make, and it never "
                    + "replaces such an index. Name another property by writeProperty, or set vectorIndex: false");
        }
    }

    private boolean hasDimensions(String name, int dimensions) {
        return inner.call(tx -> {
            IndexDefinition index = find(tx, name);
            return index != null && index.getIndexConfiguration().entrySet().stream()
                    .filter(setting -> setting.getKey().getSettingName().equals("vector.dimensions"))
                    .anyMatch(setting -> ((Number) setting.getValue()).intValue() == dimensions);
        });
    }

    private static boolean is(IndexDefinition index, VectorIndex ours) {
        return index.getIndexType() == IndexType.VECTOR && index.isNodeIndex()
                && RangeIndex.isOn(index, ours.property())
                && index.getLabels().iterator().next().name().equals(ours.label());
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

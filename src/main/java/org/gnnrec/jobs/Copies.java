package org.gnnrec.jobs;

import java.util.List;
import java.util.function.IntFunction;
import org.gnnrec.archive.CopiedNodes;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.archive.WrittenModel;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.catalog.WrittenModels;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.NodesByValue;
import org.gnnrec.writeback.EmbeddingWriter;
import org.gnnrec.writeback.EmbeddingWriter.Target;
import org.gnnrec.writeback.Indexes;
import org.gnnrec.writeback.PresentNodes;
import org.gnnrec.writeback.PropertyCopies;
import org.gnnrec.writeback.VectorIndex;

/**
 * The copy of a model's embeddings on the nodes, with its vector index: the ownership of the property, writing it, and
 * removing the copies of earlier versions under other names.
 */
public final class Copies {
    /** The part of its largest number by which a user's embedding may differ when it is computed again. */
    private static final float ROUNDING = 1e-4f;

    private final InnerTransactions inner;
    private final Progress progress;
    private final ModelStore store;
    private final Indexes indexes;
    private final PropertyCopies properties;
    private final CommunityCopies communities;
    private final RelabeledNodes relabeled;

    public Copies(InnerTransactions inner, Progress progress) {
        this.inner = inner;
        this.progress = progress;
        this.store = new ModelStore(inner);
        this.indexes = new Indexes(inner);
        this.properties = PropertyCopies.ofEmbeddings(inner);
        this.communities = new CommunityCopies(inner);
        this.relabeled = new RelabeledNodes(inner);
    }

    /** One way to write a target. */
    private interface Writing {
        long write(EmbeddingWriter writer, Target target, TrainStep step);
    }

    /** Before any training: requires that the model may write the property, and removes what interrupted calls left. */
    public void claim(TrainSettings settings) {
        requireOwnership(settings);
        sweep(settings.modelName());
    }

    /** Creates the indexes. Called before any training, so that missing rights and long ids end the call early. */
    void createIndexes(TrainSettings settings, NodeTable users, NodeTable items) {
        if (settings.createIndexes()) {
            indexes.requireIndexable(settings.projection().users(), users, "userIdProperty");
            indexes.requireIndexable(settings.projection().items(), items, "itemIdProperty");
            ensureRange(settings.projection().users());
            ensureRange(settings.projection().items());
        }
        if (settings.vectorIndex()) {
            int dimensions = settings.training().spec().dimension() + 1;
            VectorIndex.of(settings.indexProperty(), settings.projection().items())
                    .forEach(index -> indexes.createVector(index, dimensions));
        }
    }

    private void ensureRange(NodeKind kind) {
        kind.labels().forEach(label -> indexes.ensureRange(label, kind.idProperty()));
    }

    /** Removes the draft of a failed training, and the vector index that was made for it alone. */
    void discard(TrainSettings settings) {
        store.sweepDrafts(settings.modelName());
        if (settings.vectorIndex() && !hasVectors(settings.modelName(), settings.indexProperty())) {
            dropVectors(settings.indexProperty(), settings.projection().items());
        }
    }

    /**
     * After the switch: writes the properties of all nodes, then removes what the last version had under other names.
     */
    long write(ServedModel model, DenseMatrix userEmbeddings) {
        begin(model);
        long written = write(CopyTargets.ofTraining(model, userEmbeddings::row),
                (writer, target, step) -> writer.write(target));
        complete(model.info());
        return written;
    }

    /**
     * Writes what is missing on the nodes of the current version or differs, and removes what does not belong there. The
     * copy is marked as whole at the end, and as not whole until then. O(nodes).
     *
     * @throws IllegalArgumentException before anything is written, where an id that must name one node names several
     */
    Repaired repair(ServedModel model, IntFunction<float[]> userEmbeddings) {
        ModelInfo info = model.info();
        PresentNodes users = present(info.users(), model.users());
        PresentNodes items = present(info.items(), model.items());
        requirePlace(info.copy(), info.users(), info.items());
        begin(model);
        long written = write(CopyTargets.of(model, userEmbeddings, users, items), Copies::writeMissing);
        complete(info);
        return new Repaired(written, model.users().size() - users.nodes().size()
                + model.items().size() - items.nodes().size());
    }

    /** How many properties were written, and how many nodes of the model are no longer in the graph. */
    record Repaired(long written, long gone) {}

    private PresentNodes present(NodeKind kind, NodeTable nodes) {
        PresentNodes present = inner.call(tx -> PresentNodes.find(tx, kind, nodes, inner.cancellation()));
        present.doubled().stream().findFirst().ifPresent(value -> {
            throw NodesByValue.doubled(kind, value);
        });
        return present;
    }

    /** Items and their vectors come back from the parts as they were, users are computed again. */
    private static long writeMissing(EmbeddingWriter writer, Target target, TrainStep step) {
        return writer.writeMissing(target, step == TrainStep.WRITE_USERS ? ROUNDING : 0);
    }

    private void begin(ServedModel model) {
        ModelInfo info = model.info();
        if (info.copy().vectorIndex()) {
            VectorIndex.of(info.copy().indexProperty(), info.items())
                    .forEach(index -> indexes.ensureVector(index, model.dimension() + 1));
        }
        store.beginCopy(info, CopiedNodes.of(model));
    }

    private long write(CopyTargets targets, Writing writing) {
        long written = write(targets.users(), TrainStep.WRITE_USERS, writing)
                + write(targets.items(), TrainStep.WRITE_ITEMS, writing)
                + targets.vectors().map(vectors -> write(vectors, TrainStep.WRITE_VECTORS, writing)).orElse(0L);
        targets.byProperty().forEach(this::removeStrays);
        return written;
    }

    /** A user may have got a label of the items: the nodes of all targets keep the property. */
    private void removeStrays(String property, List<Target> targets) {
        IdMap holders = CopyTargets.holders(targets);
        targets.stream().flatMap(target -> target.kind().labels().stream()).distinct()
                .forEach(label -> properties.removeExcept(holders, property, label));
    }

    /** Removes all that is not of this version; the copy is whole then. */
    private void complete(ModelInfo info) {
        sweep(info.name());
        store.endCopy(info);
    }

    private void dropVectors(String indexProperty, NodeKind items) {
        VectorIndex.of(indexProperty, items).forEach(indexes::dropVector);
    }

    private void removeProperty(String property, NodeKind kind) {
        kind.labels().forEach(label -> properties.remove(property, label));
    }

    /** Removes the vectors of earlier versions where the current version has none. */
    private void removeVectors(WrittenModel current) {
        String indexProperty = current.copy().indexProperty();
        if (!current.copy().vectorIndex() && hasVectors(current.modelName(), indexProperty)) {
            dropVectors(indexProperty, current.items());
            removeProperty(indexProperty, current.items());
        }
    }

    private boolean hasVectors(String modelName, String indexProperty) {
        return written(modelName).stream().map(WrittenModel::copy)
                .anyMatch(copy -> copy.vectorIndex() && copy.indexProperty().equals(indexProperty));
    }

    /**
     * Ends a model: nothing serves it any more. Then removes its copies and parts, with those of older versions. The
     * nodes of the versions go last, so that a second call finishes an interrupted one.
     */
    public void drop(String modelName) {
        store.retire(modelName);
        sweep(modelName);
    }

    /** Removes what older versions left on nodes, then these versions. */
    private void sweep(String modelName) {
        inner.call(tx -> new WrittenModels(tx).current(modelName)).ifPresent(this::removeVectors);
        removeSuperseded(modelName);
        relabeled.clear(modelName);
        store.sweep(modelName);
    }

    private void remove(WrittenModel info) {
        dropVectors(info.copy().indexProperty(), info.items());
        removeProperty(info.copy().property(), info.users());
        removeProperty(info.copy().itemProperty(), info.items());
        removeProperty(info.copy().indexProperty(), info.items());
    }

    private long write(Target target, TrainStep step, Writing writing) {
        int size = target.nodes().size();
        progress.wrote(step, 0, size);
        return writing.write(new EmbeddingWriter(inner, done -> progress.wrote(step, done, size)), target, step);
    }

    private void requireOwnership(TrainSettings settings) {
        settings.copy().properties().forEach(communities::requireNoCommunities);
        for (WrittenModel model : inner.call(tx -> new WrittenModels(tx).all())) {
            if (!model.modelName().equals(settings.modelName())
                    && model.copy().sharesPropertyWith(settings.writeProperty())) {
                throw new IllegalArgumentException("writeProperty '" + settings.writeProperty() + "' belongs to model '"
                        + model.modelName() + "'. Two models never share a property: name another, or drop that model "
                        + dropCall(model)
                        + ", also where gnnrec.model.list does not show it because its drop was interrupted");
            }
        }
        List<String> userLabels = settings.projection().users().labels();
        List<String> itemLabels = settings.projection().items().labels();
        List<WrittenModel> ours = written(settings.modelName()).stream()
                .filter(model -> model.copy().property().equals(settings.writeProperty())).toList();
        ours.forEach(model -> requireSameLabels(model, userLabels, itemLabels));
        if (ours.isEmpty()) {
            properties.requireUnused(settings.writeProperty(), userLabels);
            properties.requireUnused(settings.copy().itemProperty(), itemLabels);
        }
        requirePlace(settings.copy(), settings.projection().users(), settings.projection().items());
        if (settings.vectorIndex() && ours.stream().noneMatch(model -> model.copy().vectorIndex())) {
            properties.requireUnused(settings.indexProperty(), itemLabels);
        }
    }

    /** Requires that no index and no constraint of the user's own stands where the embeddings go. */
    private void requirePlace(PropertyCopy copy, NodeKind users, NodeKind items) {
        indexes.requireUnconstrained(copy.property(), users.labels());
        indexes.requireUnconstrained(copy.itemProperty(), items.labels());
        if (copy.vectorIndex()) {
            VectorIndex.of(copy.indexProperty(), items).forEach(indexes::requireFree);
            indexes.requireUnconstrained(copy.indexProperty(), items.labels());
        }
    }

    /** The versions of this model that may have a copy on nodes. */
    private List<WrittenModel> written(String modelName) {
        return inner.call(tx -> new WrittenModels(tx).all()).stream()
                .filter(model -> model.modelName().equals(modelName)).toList();
    }

    /** Refuses other labels: nodes with an old and a new label would lose the new copy with the old one. */
    private static void requireSameLabels(WrittenModel model, List<String> userLabels, List<String> itemLabels) {
        if (!model.hasLabels(userLabels, itemLabels)) {
            throw new IllegalArgumentException(
                    "model '" + model.modelName() + "' wrote '" + model.copy().property() + "' to "
                            + model.users().name() + " and " + model.items().name()
                            + " nodes. Drop it first " + dropCall(model)
                            + ", or name another modelName or writeProperty");
        }
    }

    private static String dropCall(WrittenModel model) {
        return "(CALL gnnrec.model.drop('" + model.modelName() + "'))";
    }

    /** Removes copies that older versions left under other labels or properties, and their communities. */
    private void removeSuperseded(String modelName) {
        List<WrittenModel> superseded = inner.call(tx -> new WrittenModels(tx).superseded(modelName));
        superseded.forEach(this::remove);
        communities.removeSuperseded(modelName);
    }
}

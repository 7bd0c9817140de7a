package org.gnnrec.jobs;

import java.util.List;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.archive.WrittenModel;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.catalog.WrittenModels;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.writeback.EmbeddingWriter;
import org.gnnrec.writeback.EmbeddingWriter.Target;
import org.gnnrec.writeback.Indexes;
import org.gnnrec.writeback.PropertyCopies;
import org.gnnrec.writeback.VectorIndex;

/**
 * The copy of a model's embeddings on the nodes, with its vector index: the ownership of the property, writing it, and
 * removing the copies of earlier versions under other names.
 */
public final class Copies {
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
    long write(ServedModel model, TrainedModel trained) {
        ModelInfo info = model.info();
        Target users = new Target(info.users(), model.users(), info.copy().property(), trained.users());
        Target items = new Target(info.items(), model.items(), info.copy().itemProperty(), trained.items());
        long written = write(users, TrainStep.WRITE_USERS) + write(items, TrainStep.WRITE_ITEMS)
                + writeVectors(model, items);
        removeStrays(users);
        removeStrays(items);
        sweep(info.name());
        return written;
    }

    private long writeVectors(ServedModel model, Target items) {
        ModelInfo info = model.info();
        if (!info.copy().vectorIndex()) {
            removeVectors(info);
            return 0;
        }
        VectorIndex.of(info.copy().indexProperty(), info.items())
                .forEach(index -> indexes.ensureVector(index, items.embeddings().cols() + 1));
        Target vectors = items.indexed(info.copy().indexProperty(), IndexedItems.of(model));
        long written = write(vectors, TrainStep.WRITE_VECTORS);
        removeStrays(vectors);
        return written;
    }

    private void removeStrays(Target target) {
        target.kind().labels()
                .forEach(label -> properties.removeExcept(target.nodes().nodes(), target.property(), label));
    }

    private void dropVectors(String indexProperty, NodeKind items) {
        VectorIndex.of(indexProperty, items).forEach(indexes::dropVector);
    }

    private void removeProperty(String property, NodeKind kind) {
        kind.labels().forEach(label -> properties.remove(property, label));
    }

    /** Removes the vectors that earlier versions left. */
    private void removeVectors(ModelInfo info) {
        if (hasVectors(info.name(), info.copy().indexProperty())) {
            dropVectors(info.copy().indexProperty(), info.items());
            removeProperty(info.copy().indexProperty(), info.items());
        }
    }

    private boolean hasVectors(String modelName, String indexProperty) {
        return written(modelName).stream().map(WrittenModel::copy)
                .anyMatch(copy -> copy.vectorIndex() && copy.indexProperty().equals(indexProperty));
    }

    /** Ends a model: nothing serves it any more. Then removes its copies and parts, with those of older versions. */
    public void drop(String modelName) {
        store.retire(modelName);
        sweep(modelName);
    }

    /** Removes what older versions left on nodes, then these versions. */
    private void sweep(String modelName) {
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

    private long write(Target target, TrainStep step) {
        progress.wrote(step, 0, target.nodes().size());
        return new EmbeddingWriter(inner, done -> progress.wrote(step, done, target.nodes().size()))
                .write(target);
    }

    private void requireOwnership(TrainSettings settings) {
        settings.copy().properties().forEach(communities::requireNoCommunities);
        for (WrittenModel model : inner.call(tx -> new WrittenModels(tx).all())) {
            if (!model.modelName().equals(settings.modelName())
                    && model.copy().sharesPropertyWith(settings.writeProperty())) {
                throw new IllegalArgumentException("writeProperty '" + settings.writeProperty() + "' belongs to model '"
                        + model.modelName() + "'. Two models never share a property: name another");
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
        requirePlace(settings);
        if (settings.vectorIndex() && ours.stream().noneMatch(model -> model.copy().vectorIndex())) {
            properties.requireUnused(settings.indexProperty(), itemLabels);
        }
    }

    /** Requires that no index and no constraint of the user's own stands where this training writes. */
    private void requirePlace(TrainSettings settings) {
        NodeKind items = settings.projection().items();
        indexes.requireUnconstrained(settings.writeProperty(), settings.projection().users().labels());
        indexes.requireUnconstrained(settings.copy().itemProperty(), items.labels());
        if (settings.vectorIndex()) {
            VectorIndex.of(settings.indexProperty(), items).forEach(indexes::requireFree);
            indexes.requireUnconstrained(settings.indexProperty(), items.labels());
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
                            + " nodes. Drop it first (CALL gnnrec.model.drop('"
                            + model.modelName() + "')), or name another modelName or writeProperty");
        }
    }

    /** Removes copies that older versions left under other labels or properties, and their communities. */
    private void removeSuperseded(String modelName) {
        List<WrittenModel> superseded = inner.call(tx -> new WrittenModels(tx).superseded(modelName));
        superseded.forEach(this::remove);
        communities.removeSuperseded(modelName);
    }
}

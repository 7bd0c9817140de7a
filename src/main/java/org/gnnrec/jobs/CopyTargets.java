package org.gnnrec.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gnnrec.archive.IndexedItems;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.source.IdMap;
import org.gnnrec.writeback.EmbeddingWriter.Target;
import org.gnnrec.writeback.PresentNodes;

/**
 * Where the copy of a model goes.
 *
 * @param vectors of the items that the vector index has, if the model has one
 */
record CopyTargets(Target users, Target items, Optional<Target> vectors) {
    /** On the nodes of the model as they were read for its training; on none if it has no embeddings. */
    static CopyTargets ofTraining(ServedModel model, IntFunction<float[]> userEmbeddings) {
        PresentNodes users = PresentNodes.all(model.users());
        PresentNodes items = PresentNodes.all(model.items());
        int[] none = new int[0];
        return model.hasEmbeddings()
                ? of(model, userEmbeddings, users, items)
                : of(model, userEmbeddings, users.among(none), items.among(none));
    }

    /** On those nodes of the model that are in the graph. */
    static CopyTargets of(ServedModel model, IntFunction<float[]> userEmbeddings, PresentNodes users,
            PresentNodes items) {
        ModelInfo info = model.info();
        return new CopyTargets(
                new Target(info.users(), model.users(), info.copy().property(), userEmbeddings).at(users),
                new Target(info.items(), model.items(), info.copy().itemProperty(), model.itemEmbeddings()::row)
                        .at(items),
                info.copy().vectorIndex() ? Optional.of(vectors(model, items)) : Optional.empty());
    }

    /** All items that the index has make the vectors, also those that are gone: each vector is that of the training. */
    private static Target vectors(ServedModel model, PresentNodes items) {
        int[] indexed = IndexedItems.of(model);
        ModelInfo info = model.info();
        return Target.indexed(info.items(), model.items(), info.copy().indexProperty(), model.itemEmbeddings(), indexed)
                .at(items.among(indexed));
    }

    /** The targets of each property. */
    Map<String, List<Target>> byProperty() {
        return Stream.concat(Stream.of(users, items), vectors.stream())
                .collect(Collectors.groupingBy(Target::property, LinkedHashMap::new, Collectors.toList()));
    }

    /** The nodes of these targets. O(n log n). */
    static IdMap holders(List<Target> targets) {
        return IdMap.ofAscending(targets.stream()
                .flatMapToLong(target -> LongStream.of(target.nodes().nodes().nodeIds())).sorted().distinct()
                .toArray());
    }
}

package org.gnnrec.training;

import org.gnnrec.feature.Features;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.walk.RandomWalks;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;

/**
 * What fits learn from: a graph, the features of its nodes, and where walks over it lead, which costs as much as an epoch of a
 * small graph and is found once for all fits of one configuration. One thread's.
 */
final class TrainingGraph {
    private final BipartiteGraph edges;
    private final Features features;
    private CsrGraph importance;

    TrainingGraph(CsrGraph userItems, Features features) {
        this(BipartiteGraph.of(userItems), features);
    }

    TrainingGraph(BipartiteGraph edges, Features features) {
        this.edges = edges;
        this.features = features;
    }

    BipartiteGraph edges() {
        return edges;
    }

    Features features() {
        return features;
    }

    /** The importance neighborhoods of PinSage; {@code importanceNeighbors} and {@code randomSeed} are the same in all calls. */
    CsrGraph importance(TrainingConfig config, Workers workers) {
        if (importance == null) {
            importance = walks(config, workers.parallel(), workers.cancellation()).neighborhoods();
        }
        return importance;
    }

    /** Of the seed alone: whoever walks over the same graph again comes to the same items. */
    RandomWalks walks(TrainingConfig config, Parallel parallel, Cancellation cancellation) {
        return new RandomWalks(edges, config.encoder().importanceNeighbors(), config.randomSeed(), parallel,
                cancellation);
    }
}

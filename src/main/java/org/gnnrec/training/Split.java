package org.gnnrec.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Sample;
import org.gnnrec.model.TrainingGraph;

/** The edges to train on and the edges held out to choose by, both users x items, and the features of these nodes. */
record Split(CsrGraph train, CsrGraph validation, Features features) {
    /** The edges to train on while the rest is held out. */
    TrainingGraph trainGraph() {
        return new TrainingGraph(train, features);
    }

    /** Both parts together. */
    TrainingGraph wholeGraph() {
        return new TrainingGraph(train.union(validation), features);
    }

    /**
     * This split of random users that have about so many edges to train on, or of all users where there are no more.
     */
    Split sample(long edges, SplittableRandom random) {
        if (train.edgeCount() <= edges) {
            return this;
        }
        int most = (int) Math.max(1, edges * train.rowCount() / train.edgeCount());
        int[] users = Sample.of(IntStream.range(0, train.rowCount()).toArray(), most, random);
        return new Split(train.rows(users), validation.rows(users), features.ofUsers(users));
    }

    /**
     * Holds out the given share of each user's items, at random. Chance decides about the fraction of an item. Every
     * user that has an item keeps at least one in training. O(edges log degree).
     */
    static Split of(CsrGraph graph, Features features, double fraction, SplittableRandom random) {
        CsrBuilder train = new CsrBuilder(graph.rowCount(), graph.columnCount(), graph.isWeighted());
        CsrBuilder validation = new CsrBuilder(graph.rowCount(), graph.columnCount(), graph.isWeighted());
        for (int user = 0; user < graph.rowCount(); user++) {
            int wanted = Math.min((int) (graph.degree(user) * fraction + random.nextDouble()), graph.degree(user) - 1);
            int left = graph.degree(user);
            for (int e = graph.offsets()[user]; e < graph.offsets()[user + 1]; e++, left--) {
                // Selection sampling: takes exactly the wanted number, each subset equally likely.
                boolean held = wanted > 0 && random.nextInt(left) < wanted;
                wanted -= held ? 1 : 0;
                (held ? validation : train).add(user, graph.neighbors()[e], graph.weight(e));
            }
        }
        return new Split(train.build(), validation.build(), features);
    }
}

package org.gnnrec.lab.subsample;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.Part;
import org.gnnrec.linalg.Sample;

/** Random parts of a data set: a share of its users, of its items and of its interactions to train on, in turn. */
record Sampling(Dataset dataset, double share, long seed) {
    /** Three parts of one sample, users x items. */
    record Parts(String kept, int number, CsrGraph train, CsrGraph valid, CsrGraph test) {}

    /** What a sample keeps a share of. */
    private enum Kept {
        USERS, ITEMS, INTERACTIONS
    }

    Stream<Parts> take(int samples) {
        return IntStream.range(0, samples).mapToObj(this::sample);
    }

    private Parts sample(int number) {
        SplittableRandom random = new SplittableRandom(seed + number);
        Kept kept = Kept.values()[number % Kept.values().length];
        CsrGraph train = dataset.graph(List.of(Part.TRAIN));
        CsrGraph valid = dataset.graph(List.of(Part.VALID));
        CsrGraph test = dataset.graph(List.of(Part.TEST));
        return switch (kept) {
            case USERS -> {
                int[] users = some(train.rowCount(), random);
                yield parts(kept, number, train.rows(users), valid.rows(users), test.rows(users));
            }
            case ITEMS -> {
                boolean[] items = new boolean[train.columnCount()];
                IntStream.of(some(items.length, random)).forEach(item -> items[item] = true);
                yield parts(kept, number, train.columns(item -> items[item]), valid.columns(item -> items[item]),
                        test.columns(item -> items[item]));
            }
            case INTERACTIONS -> parts(kept, number, thinned(train, random), valid, test);
        };
    }

    private static Parts parts(Kept kept, int number, CsrGraph train, CsrGraph valid, CsrGraph test) {
        return new Parts(kept.name().toLowerCase(Locale.ROOT), number, train, valid, test);
    }

    private int[] some(int count, SplittableRandom random) {
        return Sample.of(IntStream.range(0, count).toArray(), (int) Math.ceil(share * count), random);
    }

    private CsrGraph thinned(CsrGraph graph, SplittableRandom random) {
        CsrBuilder builder = new CsrBuilder(graph.rowCount(), graph.columnCount(), graph.isWeighted());
        for (int row = 0; row < graph.rowCount(); row++) {
            for (int e = graph.offsets()[row]; e < graph.offsets()[row + 1]; e++) {
                if (random.nextDouble() < share) {
                    builder.add(row, graph.neighbors()[e], graph.weight(e));
                }
            }
        }
        return builder.build();
    }
}

package org.gnnrec.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.LambertW;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.Embeddings;

/**
 * The temperature of each user over the negatives: low for users whose items lie together, high for those whose items
 * are hard to tell from others (Chen et al., "Adap-tau: Adaptively Modulating Embedding Magnitude for Recommendation",
 * WWW 2023, after Castells et al., "SuperLoss", NeurIPS 2020): {@code 1 / t_u = 1 / t * exp(-W(max((L_u - mean L) /
 * tolerance, -1 / e)))}, so that it is at most e / t.
 *
 * <p>L_u is the user's mean loss at temperature 1, to the first order in the cosines: the mean cosine with the
 * negatives less the mean cosine with the user's own items. The rest is nearly equal for all users. Holds 4 bytes a
 * user.
 */
final class UserTemperatures {
    private final CsrGraph graph;
    private final double[] negativeWeights;
    private final double temperature;
    private final double tolerance;
    private final Parallel parallel;
    private final Kernels kernels = Kernels.get();
    private final float[] inverses;

    /** @param negativeWeights how often each item is a negative, in any unit */
    UserTemperatures(CsrGraph graph, double[] negativeWeights, double temperature, double tolerance,
            Parallel parallel) {
        this.graph = graph;
        this.negativeWeights = negativeWeights;
        this.temperature = temperature;
        this.tolerance = tolerance;
        this.parallel = parallel;
        this.inverses = new float[graph.rowCount()];
        Arrays.fill(inverses, (float) (1 / temperature));
    }

    /** {@code 1 / t_u}; {@code 1 / t} until the first {@link #adapt}. */
    float inverse(int user) {
        return inverses[user];
    }

    /** Computes the temperatures from the final embeddings as they are now. O(edges * d). */
    void adapt(Embeddings last) {
        float[] itemScales = inverseNorms(last.items());
        float[] userScales = inverseNorms(last.users());
        float[] negative = meanNegative(last.items(), itemScales);
        double[] losses = new double[inverses.length];
        parallel.forBounds(graph.balancedBounds(parallel.concurrency()), (part, from, to) -> {
            for (int user = from; user < to; user++) {
                losses[user] = userScales[user] * loss(user, last, itemScales, negative);
            }
        });
        int[] users = IntStream.range(0, inverses.length).filter(user -> graph.degree(user) > 0).toArray();
        double mean = Arrays.stream(users).mapToDouble(user -> losses[user]).average().orElse(0);
        for (int user : users) {
            inverses[user] = (float) (ease(losses[user] - mean) / temperature);
        }
    }

    private double ease(double aboveMean) {
        return Math.exp(-LambertW.of(Math.max(aboveMean / tolerance, LambertW.LOWEST)));
    }

    /** L_u, times the length of the user's row. */
    private double loss(int user, Embeddings last, float[] itemScales, float[] negative) {
        DenseMatrix items = last.items();
        float[] row = last.users().data();
        int offset = last.users().offset(user);
        double own = 0;
        for (int e = graph.offsets()[user]; e < graph.offsets()[user + 1]; e++) {
            int item = graph.neighbors()[e];
            own += itemScales[item] * kernels.dot(row, offset, items.data(), items.offset(item), items.cols());
        }
        return kernels.dot(row, offset, negative, 0, negative.length) - own / Math.max(1, graph.degree(user));
    }

    private float[] meanNegative(DenseMatrix items, float[] scales) {
        double sum = Arrays.stream(negativeWeights).sum();
        float[] mean = new float[items.cols()];
        for (int item = 0; item < items.rows(); item++) {
            float share = (float) (negativeWeights[item] / sum * scales[item]);
            kernels.axpy(share, items.data(), items.offset(item), mean, 0, mean.length);
        }
        return mean;
    }

    private float[] inverseNorms(DenseMatrix rows) {
        float[] scales = new float[rows.rows()];
        for (int row = 0; row < scales.length; row++) {
            int offset = rows.offset(row);
            float squares = kernels.dot(rows.data(), offset, rows.data(), offset, rows.cols());
            scales[row] = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        }
        return scales;
    }
}

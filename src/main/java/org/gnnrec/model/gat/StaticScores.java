package org.gnnrec.model.gat;

import java.util.List;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.layer.Linear;
import org.gnnrec.model.layer.Part;
import org.gnnrec.model.layer.RowBuffer;

/**
 * {@code e_ij = LeakyReLU(a^T [W h_i || W h_j])} (Velickovic et al., ICLR 2018, equation 3). With the two halves of a
 * it is {@code LeakyReLU(p_i + q_j)}, a number for each target and one for each source: O(rows d + edges). Because of
 * that sum all nodes rank their neighbors alike, which Brody et al. call static.
 */
final class StaticScores implements Scores {
    private final Linear target;
    private final Linear source;
    private final HeadBuffers buffers;
    private final RowBuffer targetRows = new RowBuffer(1);
    private final RowBuffer sourceRows = new RowBuffer(1);
    private final RowBuffer targetGradients = new RowBuffer(1);
    private final RowBuffer sourceGradients = new RowBuffer(1);
    private float[] p;
    private float[] q;

    /** Both parts map a message to one number. */
    StaticScores(Linear target, Linear source, HeadBuffers buffers) {
        this.target = target;
        this.source = source;
        this.buffers = buffers;
    }

    @Override
    public void forward(Edges edges, DenseMatrix input, DenseMatrix messages, float[] scores) {
        p = numbers(target, messages, edges.size(), targetRows);
        q = numbers(source, messages, edges.sourceCount(), sourceRows);
        edges.forTargets(buffers.parallel(), (t, from, to) -> {
            for (int e = from; e < to; e++) {
                scores[e] = LeakyRelu.of(p[t] + q[edges.columns()[e]]);
            }
        });
    }

    private static float[] numbers(Linear half, DenseMatrix messages, int count, RowBuffer rows) {
        DenseMatrix numbers = rows.rows(count);
        half.forward(messages, count, numbers);
        return numbers.data();
    }

    @Override
    public void backward(Edges edges, DenseMatrix input, DenseMatrix messages, float[] gradient,
            DenseMatrix messageGradient, DenseMatrix inputGradient) {
        DenseMatrix dp = targetGradients.zeros(edges.size());
        edges.forTargets(buffers.parallel(), (t, from, to) -> {
            for (int e = from; e < to; e++) {
                gradient[e] *= LeakyRelu.slope(p[t] + q[edges.columns()[e]]);
                dp.data()[t] += gradient[e];
            }
        });
        target.backward(dp, messages, edges.size(), messageGradient);
        source.backward(bySource(edges, gradient), messages, edges.sourceCount(), messageGradient);
    }

    private DenseMatrix bySource(Edges edges, float[] gradient) {
        DenseMatrix dq = sourceGradients.zeros(edges.sourceCount());
        buffers.byColumn().weigh(gradient);
        buffers.byColumn().forColumns(buffers.parallel(), (column, from, to) -> {
            for (int place = from; place < to; place++) {
                dq.data()[column] += buffers.byColumn().weight(place);
            }
        });
        return dq;
    }

    @Override
    public List<Part> parts() {
        return List.of(target, source);
    }
}

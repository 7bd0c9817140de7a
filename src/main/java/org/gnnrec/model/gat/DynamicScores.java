package org.gnnrec.model.gat;

import java.util.List;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.Weight;
import org.gnnrec.model.layer.Linear;
import org.gnnrec.model.layer.Part;
import org.gnnrec.model.layer.RowBuffer;

/**
 * {@code e_ij = a^T LeakyReLU(W [h_i || h_j])} (Brody, Alon and Yahav, ICLR 2022, equation 7). With the two halves of W
 * it is {@code a^T LeakyReLU(l_i + r_j)}, where l = W_l h and the messages are r = W_r h. The LeakyReLU is inside, so
 * each node may rank its neighbors in its own way. An edge costs O(d) for that.
 */
final class DynamicScores implements Scores {
    private final Linear target;
    private final Linear attention;
    private final HeadBuffers buffers;
    private final RowBuffer targetRows;
    private final RowBuffer targetSlopes;
    private final Kernels kernels = Kernels.get();
    private DenseMatrix targets;

    /** {@code target} has W_l, {@code attention} has a as its one row. */
    DynamicScores(Linear target, Linear attention, HeadBuffers buffers) {
        this.target = target;
        this.attention = attention;
        this.buffers = buffers;
        this.targetRows = new RowBuffer(target.out());
        this.targetSlopes = new RowBuffer(target.out());
    }

    @Override
    public void forward(Edges edges, DenseMatrix source, DenseMatrix messages, float[] scores) {
        targets = targetRows.rows(edges.size());
        target.forward(source, edges.size(), targets);
        edges.forTargets(buffers.parallel(), (t, from, to) -> score(edges, t, from, to, messages, scores));
    }

    private void score(Edges edges, int t, int from, int to, DenseMatrix messages, float[] scores) {
        int width = target.out();
        float[] a = a().values().data();
        float[] hidden = new float[width];
        for (int e = from; e < to; e++) {
            LeakyRelu.ofSums(targets.data(), targets.offset(t), messages.data(), messages.offset(edges.columns()[e]),
                    hidden, width);
            scores[e] = kernels.dot(a, 0, hidden, 0, width);
        }
    }

    @Override
    public void backward(Edges edges, DenseMatrix source, DenseMatrix messages, float[] gradient,
            DenseMatrix messageGradient, DenseMatrix sourceGradient) {
        DenseMatrix atTargets = slopesAtTargets(edges, messages, gradient);
        DenseMatrix atSources = slopesAtSources(edges, messages, gradient);
        addAttentionGradient(atTargets, targets, edges.size());
        addAttentionGradient(atSources, messages, edges.sourceCount());
        timesAttention(atTargets, edges.size());
        timesAttention(atSources, edges.sourceCount());
        messageGradient.addRows(atSources, edges.sourceCount(), buffers.parallel());
        target.backward(atTargets, source, edges.size(), sourceGradient);
    }

    /** {@code s_i = sum over j of g_ij LeakyReLU'(l_i + r_j)}; times a it is the gradient by l_i. */
    private DenseMatrix slopesAtTargets(Edges edges, DenseMatrix messages, float[] gradient) {
        DenseMatrix slopes = targetSlopes.zeros(edges.size());
        edges.forTargets(buffers.parallel(), (t, from, to) -> {
            for (int e = from; e < to; e++) {
                addSlopes(gradient[e], t, messages, edges.columns()[e], slopes, t);
            }
        });
        return slopes;
    }

    /** {@code s_j = sum over i of g_ij LeakyReLU'(l_i + r_j)}; times a it is the gradient by r_j. */
    private DenseMatrix slopesAtSources(Edges edges, DenseMatrix messages, float[] gradient) {
        DenseMatrix slopes = buffers.slopes().zeros(edges.sourceCount());
        buffers.byColumn().weigh(gradient);
        buffers.byColumn().forColumns(buffers.parallel(), (column, from, to) -> {
            for (int place = from; place < to; place++) {
                addSlopes(buffers.byColumn().weight(place), buffers.byColumn().row(place), messages, column, slopes,
                        column);
            }
        });
        return slopes;
    }

    private void addSlopes(float factor, int t, DenseMatrix messages, int column, DenseMatrix slopes, int row) {
        LeakyRelu.addSlopes(factor, targets.data(), targets.offset(t), messages.data(), messages.offset(column),
                slopes.data(), slopes.offset(row), target.out());
    }

    /** As LeakyReLU(x) is LeakyReLU'(x) x, the gradient by a is the sum of s_i l_i and of s_j r_j, column by column. */
    private void addAttentionGradient(DenseMatrix slopes, DenseMatrix rows, int count) {
        float[] sum = a().gradient().data();
        for (int row = 0; row < count; row++) {
            int offset = rows.offset(row);
            for (int c = 0; c < sum.length; c++) {
                sum[c] += slopes.data()[offset + c] * rows.data()[offset + c];
            }
        }
    }

    private void timesAttention(DenseMatrix slopes, int count) {
        float[] factors = a().values().data();
        buffers.parallel().forRange(count, (part, from, to) -> {
            for (int row = from; row < to; row++) {
                for (int c = 0; c < factors.length; c++) {
                    slopes.data()[slopes.offset(row) + c] *= factors[c];
                }
            }
        });
    }

    private Weight a() {
        return attention.weights().getFirst();
    }

    @Override
    public List<Part> parts() {
        return List.of(target, attention);
    }
}

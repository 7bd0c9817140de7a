package org.gnnrec.model.gat;

import java.util.Arrays;
import java.util.List;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.layer.Dropout;
import org.gnnrec.model.layer.Linear;
import org.gnnrec.model.layer.Part;
import org.gnnrec.model.layer.Pass;
import org.gnnrec.model.layer.RowBuffer;

/**
 * One head: {@code h'_i = sum over j in N_i of a_ij W h_j} (Velickovic et al., ICLR 2018, equation 4 without its
 * nonlinearity), with a dropout of the a_ij in training. Keeps one number an edge of a forward. In training it also
 * keeps the messages W h_j, which inference keeps for one head at a time.
 */
final class AttentionHead implements Part {
    /** Edges summed at a time: a million small messages added to one float after the other would lose a percent. */
    private static final int BLOCK = 4096;

    private final Linear transform;
    private final Scores scores;
    private final Dropout dropout;
    private final HeadBuffers buffers;
    private final RowBuffer keptMessages;
    private final RowBuffer edgeValues = new RowBuffer(1);
    private DenseMatrix messages;
    private float[] attention;

    /**
     * @param transform W, which makes the messages
     * @param buffers shared with the other heads
     */
    AttentionHead(Linear transform, Scores scores, double dropout, HeadBuffers buffers) {
        this.transform = transform;
        this.scores = scores;
        this.dropout = new Dropout(dropout);
        this.buffers = buffers;
        this.keptMessages = new RowBuffer(transform.out());
    }

    int width() {
        return transform.out();
    }

    /** Sets the first rows of {@code out}. O(sources in out + edges out). */
    void forward(Edges edges, DenseMatrix source, DenseMatrix out, Pass pass) {
        dropout.begin(pass);
        messages = (pass.isTraining() ? keptMessages : buffers.messages()).rows(edges.sourceCount());
        transform.forward(source, edges.sourceCount(), messages);
        attention = edgeValues.rows(edges.count()).data();
        scores.forward(edges, source, messages, attention);
        EdgeSoftmax.forward(edges, attention, buffers.parallel());
        sum(edges, dropped(edges), out);
    }

    private void sum(Edges edges, float[] weights, DenseMatrix out) {
        edges.forTargets(buffers.parallel(), (target, from, to) -> {
            Arrays.fill(out.data(), out.offset(target), out.offset(target + 1), 0);
            gather(edges, weights, from, Math.min(to, from + BLOCK), out.data(), out.offset(target));
            for (int e = from + BLOCK; e < to; e += BLOCK) {
                float[] block = new float[width()];
                gather(edges, weights, e, Math.min(to, e + BLOCK), block, 0);
                Kernels.get().axpy(1, block, 0, out.data(), out.offset(target), width());
            }
        });
    }

    private void gather(Edges edges, float[] weights, int from, int to, float[] sum, int offset) {
        Kernels.get().gather(edges.columns(), weights, from, to, messages.data(), width(), sum, offset);
    }

    private float[] dropped(Edges edges) {
        if (!dropout.isActive()) {
            return attention;
        }
        float[] weights = buffers.weights().rows(edges.count()).data();
        dropout.multiply(attention, weights, edges.count(), buffers.parallel());
        return weights;
    }

    /** Adds a share of the attention of the last forward to {@code sum}, from this edge on. */
    void addAttention(float share, int from, float[] sum) {
        Kernels.get().axpy(share, attention, from, sum, 0, sum.length);
    }

    /** Adds the gradient by the sources of the last forward, and the gradient by the weights to theirs. */
    void backward(Edges edges, DenseMatrix source, DenseMatrix gradient, DenseMatrix sourceGradient) {
        DenseMatrix messageGradient = buffers.messageGradients().zeros(edges.sourceCount());
        buffers.byColumn().weigh(dropped(edges));
        buffers.byColumn().multiplyAdd(gradient, messageGradient, buffers.parallel());
        float[] edgeGradient = attentionGradient(edges, gradient);
        EdgeSoftmax.backward(edges, attention, edgeGradient, buffers.parallel());
        scores.backward(edges, source, messages, edgeGradient, messageGradient, sourceGradient);
        transform.backward(messageGradient, source, edges.sourceCount(), sourceGradient);
    }

    private float[] attentionGradient(Edges edges, DenseMatrix gradient) {
        float[] byEdge = buffers.edgeGradients().rows(edges.count()).data();
        edges.forTargets(buffers.parallel(), (target, from, to) -> {
            for (int e = from; e < to; e++) {
                byEdge[e] = dropout.factor(e) * Kernels.get().dot(gradient.data(), gradient.offset(target),
                        messages.data(), messages.offset(edges.columns()[e]), width());
            }
        });
        return byEdge;
    }

    @Override
    public List<Part> parts() {
        return List.of(transform, scores);
    }
}

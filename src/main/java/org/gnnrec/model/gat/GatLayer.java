package org.gnnrec.model.gat;

import java.util.List;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Dropout;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.Pass;
import org.gnnrec.model.layer.RowBuffer;

/**
 * One layer of several heads. A hidden layer puts them side by side and applies an ELU. The last layer takes their mean
 * (Velickovic et al., ICLR 2018, equations 5 and 6; no nonlinearity follows the average, as scores are inner products).
 * A skip connection adds what it reads of the target itself, as in section 3.3 there, in every layer. In training a
 * dropout is applied to what it reads. Weights of the block do not count: attention takes their place.
 */
final class GatLayer implements Layer {
    private final List<AttentionHead> heads;
    private final boolean hidden;
    private final int inputDimension;
    private final Dropout dropout;
    private final HeadBuffers buffers;
    private final SelfLoops selfLoops = new SelfLoops();
    private final RowBuffer droppedRows;
    private final RowBuffer droppedGradients;
    private Edges edges;
    private DenseMatrix input;

    /**
     * @param hidden true for all layers but the last
     * @param dropout of what it reads
     */
    GatLayer(List<AttentionHead> heads, boolean hidden, int inputDimension, double dropout, HeadBuffers buffers) {
        this.heads = heads;
        this.hidden = hidden;
        this.inputDimension = inputDimension;
        this.dropout = new Dropout(dropout);
        this.buffers = buffers;
        this.droppedRows = new RowBuffer(inputDimension);
        this.droppedGradients = new RowBuffer(inputDimension);
    }

    @Override
    public int inputDimension() {
        return inputDimension;
    }

    @Override
    public int outputDimension() {
        return hidden ? heads.size() * width() : width();
    }

    private int width() {
        return heads.getFirst().width();
    }

    @Override
    public void forward(Block block, DenseMatrix source, DenseMatrix target, Pass pass) {
        edges = selfLoops.add(block);
        dropout.begin(pass);
        input = dropped(source, block.sourceCount());
        DenseMatrix result = buffers.results().rows(block.size());
        System.arraycopy(input.data(), 0, target.data(), 0, target.offset(block.size()));
        for (int h = 0; h < heads.size(); h++) {
            heads.get(h).forward(edges, input, result, pass);
            addResult(result, target, h);
        }
        if (hidden) {
            Elu.forward(target, block.size(), buffers.parallel());
        }
    }

    private DenseMatrix dropped(DenseMatrix source, int rows) {
        if (!dropout.isActive()) {
            return source;
        }
        DenseMatrix kept = droppedRows.rows(rows);
        dropout.multiply(source.data(), kept.data(), rows * inputDimension, buffers.parallel());
        return kept;
    }

    private void addResult(DenseMatrix result, DenseMatrix target, int head) {
        buffers.parallel().forRange(edges.size(), (part, from, to) -> {
            for (int row = from; row < to; row++) {
                Kernels.get().axpy(share(), result.data(), result.offset(row), target.data(),
                        target.offset(row) + column(head), width());
            }
        });
    }

    /** The share of a head's result in the targets. */
    private float share() {
        return hidden ? 1 : 1f / heads.size();
    }

    /** Where a head's result begins in the targets. */
    private int column(int head) {
        return hidden ? head * width() : 0;
    }

    /** The mean over the heads. */
    @Override
    public float[] attention(int target) {
        int from = edges.offsets()[target];
        float[] mean = new float[edges.offsets()[target + 1] - from];
        heads.forEach(head -> head.addAttention(1f / heads.size(), from, mean));
        return mean;
    }

    @Override
    public void backward(Block block, DenseMatrix source, DenseMatrix target, DenseMatrix targetGradient,
            DenseMatrix sourceGradient) {
        if (hidden) {
            Elu.backward(target, targetGradient, block.size(), buffers.parallel());
        }
        buffers.byColumn().sort(edges.size(), edges.offsets(), edges.columns());
        if (dropout.isActive()) {
            DenseMatrix back = droppedGradients.zeros(block.sourceCount());
            backward(targetGradient, back);
            dropout.multiplyAdd(back.data(), sourceGradient.data(), block.sourceCount() * inputDimension,
                    buffers.parallel());
        } else {
            backward(targetGradient, sourceGradient);
        }
    }

    private void backward(DenseMatrix targetGradient, DenseMatrix inputGradient) {
        Kernels.get().axpy(1, targetGradient.data(), 0, inputGradient.data(), 0, targetGradient.offset(edges.size()));
        for (int h = 0; h < heads.size(); h++) {
            heads.get(h).backward(edges, input, resultGradient(targetGradient, h), inputGradient);
        }
    }

    private DenseMatrix resultGradient(DenseMatrix targetGradient, int head) {
        DenseMatrix gradient = buffers.results().zeros(edges.size());
        buffers.parallel().forRange(edges.size(), (part, from, to) -> {
            for (int row = from; row < to; row++) {
                Kernels.get().axpy(share(), targetGradient.data(), targetGradient.offset(row) + column(head),
                        gradient.data(), gradient.offset(row), width());
            }
        });
        return gradient;
    }

    @Override
    public List<AttentionHead> parts() {
        return heads;
    }
}

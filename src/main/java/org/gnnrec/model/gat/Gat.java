package org.gnnrec.model.gat;

import java.util.ArrayList;
import java.util.List;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.Linear;
import org.gnnrec.model.layer.Linears;

/**
 * Graph attention networks: GAT (Velickovic et al., "Graph Attention Networks", ICLR 2018) and GATv2 (Brody, Alon and
 * Yahav, "How Attentive are Graph Attention Networks?", ICLR 2022), with one width for all layers.
 */
final class Gat {
    private Gat() {}

    /**
     * Its layers, with the weights that {@code linears} gives. The heads of a hidden layer share the columns. Each head of the last layer has all
     * of them.
     *
     * @param sources the most rows that a layer reads
     */
    static List<Layer> layers(int count, int dimension, GatShape shape, int sources, Linears linears) {
        List<Layer> layers = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            layers.add(layer("gat" + k, k < count, dimension, shape, sources, linears));
        }
        return layers;
    }

    private static Layer layer(String name, boolean hidden, int dimension, GatShape shape, int sources,
            Linears linears) {
        int width = hidden ? dimension / shape.heads() : dimension;
        HeadBuffers buffers = new HeadBuffers(width, sources, linears.parallel());
        List<AttentionHead> heads = new ArrayList<>();
        for (int h = 1; h <= shape.heads(); h++) {
            heads.add(head(name + ".head" + h, dimension, width, shape, buffers, linears));
        }
        return new GatLayer(heads, hidden, dimension, shape.dropout(), buffers);
    }

    private static AttentionHead head(String name, int in, int width, GatShape shape, HeadBuffers buffers,
            Linears linears) {
        // Into one column plain Java is done before a native library has its copy of the rows.
        Linears narrow = linears.inPlainJava();
        Scores scores = switch (shape.attention()) {
            case V1 -> new StaticScores(narrow.withoutBias(name + ".target", width, 1),
                    narrow.withoutBias(name + ".source", width, 1), buffers);
            case V2 -> new DynamicScores(linears.withoutBias(name + ".target", in, width),
                    narrow.withoutBias(name + ".attention", width, 1), buffers);
        };
        Linear messages = linears.withoutBias(name + ".messages", in, width);
        return new AttentionHead(messages, scores, shape.dropout(), buffers);
    }
}

package org.gnnrec.model.gat;

import java.util.ArrayList;
import java.util.List;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.Linear;

/**
 * Graph attention networks: GAT (Velickovic et al., "Graph Attention Networks", ICLR 2018) and GATv2 (Brody, Alon and
 * Yahav, "How Attentive are Graph Attention Networks?", ICLR 2022), with one width for all layers.
 */
final class Gat {
    private Gat() {}

    /**
     * Its layers, the weights zero. The heads of a hidden layer share the columns. Each head of the last layer has all
     * of them.
     *
     * @param sources the most rows that a layer reads
     */
    static List<Layer> layers(int count, int dimension, GatShape shape, int sources, RowProducts products) {
        List<Layer> layers = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            layers.add(layer("gat" + k, k < count, dimension, shape, sources, products));
        }
        return layers;
    }

    private static Layer layer(String name, boolean hidden, int dimension, GatShape shape, int sources,
            RowProducts products) {
        int width = hidden ? dimension / shape.heads() : dimension;
        HeadBuffers buffers = new HeadBuffers(width, sources, products.parallel());
        List<AttentionHead> heads = new ArrayList<>();
        for (int h = 1; h <= shape.heads(); h++) {
            heads.add(head(name + ".head" + h, dimension, width, shape, buffers, products));
        }
        return new GatLayer(heads, hidden, dimension, shape.dropout(), buffers);
    }

    private static AttentionHead head(String name, int in, int width, GatShape shape, HeadBuffers buffers,
            RowProducts products) {
        // Into one column plain Java is done before a native library has its copy of the rows.
        RowProducts narrow = new RowProducts(DenseAlgebra.java(), products.parallel());
        Scores scores = switch (shape.attention()) {
            case V1 -> new StaticScores(Linear.withoutBias(name + ".target", width, 1, narrow),
                    Linear.withoutBias(name + ".source", width, 1, narrow), buffers);
            case V2 -> new DynamicScores(Linear.withoutBias(name + ".target", in, width, products),
                    Linear.withoutBias(name + ".attention", width, 1, narrow), buffers);
        };
        Linear messages = Linear.withoutBias(name + ".messages", in, width, products);
        return new AttentionHead(messages, scores, shape.dropout(), buffers);
    }
}

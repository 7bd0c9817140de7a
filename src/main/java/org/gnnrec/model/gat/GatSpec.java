package org.gnnrec.model.gat;

import java.util.List;
import org.gnnrec.config.Config;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.LayeredSpec;
import org.gnnrec.model.layer.Linears;

/** One GAT with its hyperparameters. */
record GatSpec(Config config, GatShape shape) implements LayeredSpec {
    @Override
    public List<Layer> layers(int sources, Linears linears) {
        return Gat.layers(sampleSizes().size(), dimension(), shape, sources, linears);
    }

    /** The messages of each head, with the gradients and slopes of one. */
    @Override
    public long readBytes() {
        return (10L + 5L * shape.heads()) * dimension();
    }

    @Override
    public long writtenBytes() {
        return (5L + 10L * shape.heads()) * dimension();
    }
}

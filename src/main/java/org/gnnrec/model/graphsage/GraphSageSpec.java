package org.gnnrec.model.graphsage;

import java.util.List;
import org.gnnrec.config.Config;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.LayeredSpec;
import org.gnnrec.model.layer.Linears;

/** One GraphSAGE with its hyperparameters. */
record GraphSageSpec(Config config, Aggregation aggregation) implements LayeredSpec {
    @Override
    public List<Layer> layers(int sources, Linears linears) {
        return GraphSage.layers(sampleSizes().size(), dimension(), aggregation, sources, linears);
    }

    @Override
    public long readBytes() {
        return 0;
    }

    /** The parts of the sum. */
    @Override
    public long writtenBytes() {
        return 15L * dimension();
    }
}

package org.gnnrec.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;

/** What fits learn from: a graph, the features of its nodes, and results that all fits share. For one thread. */
public final class TrainingGraph {
    private final BipartiteGraph edges;
    private final Features features;
    private final Map<Object, Object> found = new HashMap<>();

    public TrainingGraph(CsrGraph userItems, Features features) {
        this.edges = BipartiteGraph.of(userItems);
        this.features = features;
    }

    public BipartiteGraph edges() {
        return edges;
    }

    public Features features() {
        return features;
    }

    /** The result of the work for this graph. Only the first call with an equal key does the work. For one thread. */
    @SuppressWarnings("unchecked")
    public <T> T once(Object key, Supplier<T> work) {
        Object value = found.get(key);
        if (value == null) {
            value = work.get();
            found.put(key, value);
        }
        return (T) value;
    }
}

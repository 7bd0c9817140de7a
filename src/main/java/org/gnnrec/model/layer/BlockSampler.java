package org.gnnrec.model.layer;

import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.EvenDraw;
import org.gnnrec.model.EdgesByRow;
import org.gnnrec.model.RowSet;

/**
 * Draws the neighborhoods of one hop: all neighbors of a node that has at most {@code limit}, else that many, uniformly
 * and without doubles, again for each draw (Hamilton et al., NeurIPS 2017, section 3.1). Grows to the largest block, 8
 * bytes an edge.
 */
final class BlockSampler {
    private final Neighborhoods graph;
    private final int limit;
    private final SplittableRandom random;
    private final EdgesByRow drawn = new EdgesByRow();

    BlockSampler(Neighborhoods graph, int limit, SplittableRandom random) {
        this.graph = graph;
        this.limit = limit;
        this.random = random;
    }

    /**
     * Draws for the nodes of {@code targets} that are not new, and fills the empty {@code sources}: the targets first,
     * then the drawn nodes.
     */
    Block draw(RowSet targets, NewNodes newNodes, RowSet sources) {
        drawn.begin(targets, node -> Math.min(limit, graph.degree(node)));
        for (int slot = 0; slot < targets.size(); slot++) {
            sources.add(targets.row(slot));
        }
        for (int slot = 0; slot < targets.size(); slot++) {
            if (!newNodes.contains(slot)) {
                draw(targets.row(slot), sources);
            }
            drawn.endRowAsShares();
        }
        return new Block(targets.size(), sources.size(), drawn.offsets(), drawn.columns(), drawn.weights());
    }

    private void draw(int node, RowSet sources) {
        CsrGraph edges = graph.edges(node);
        int from = edges.offsets()[graph.row(node)];
        int degree = graph.degree(node);
        int count = Math.min(limit, degree);
        double start = count < degree ? random.nextDouble() : 0;
        for (int n = 0; n < count; n++) {
            int edge = from + EvenDraw.place(degree, count, start, n);
            drawn.add(sources.add(graph.neighbor(node, edges.neighbors()[edge])), edges.weight(edge));
        }
    }
}

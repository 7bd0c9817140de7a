package org.gnnrec.model.layer;

import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.EvenDraw;
import org.gnnrec.model.encoder.RowSet;

/**
 * Draws the neighborhoods of one hop: all neighbors of a node that has at most {@code limit}, else so many, uniformly and
 * without doubles, anew in each draw (Hamilton et al., NeurIPS 2017, section 3.1). Grows to the largest block, 8 bytes an
 * edge.
 */
final class BlockSampler {
    private static final double ROOM = 1.25;

    private final Neighborhoods graph;
    private final int limit;
    private final SplittableRandom random;
    private int[] offsets = new int[1];
    private int[] columns = new int[0];
    private float[] weights = new float[0];

    BlockSampler(Neighborhoods graph, int limit, SplittableRandom random) {
        this.graph = graph;
        this.limit = limit;
        this.random = random;
    }

    /**
     * Draws for the nodes of {@code targets}, but for the new ones, and fills the empty {@code sources}: the targets first,
     * then who comes along.
     */
    Block draw(RowSet targets, NewNodes newNodes, RowSet sources) {
        makeRoom(targets);
        for (int slot = 0; slot < targets.size(); slot++) {
            sources.add(targets.row(slot));
        }
        int place = 0;
        for (int slot = 0; slot < targets.size(); slot++) {
            place = newNodes.contains(slot) ? place : draw(targets.row(slot), place, sources);
            offsets[slot + 1] = place;
        }
        return new Block(targets.size(), sources.size(), offsets, columns, weights);
    }

    private void makeRoom(RowSet targets) {
        int edges = 0;
        for (int slot = 0; slot < targets.size(); slot++) {
            edges += Math.min(limit, graph.degree(targets.row(slot)));
        }
        if (offsets.length <= targets.size()) {
            offsets = new int[targets.capacity() + 1];
        }
        if (columns.length < edges) {
            columns = new int[(int) (ROOM * edges)];
            weights = new float[columns.length];
        }
    }

    private int draw(int node, int place, RowSet sources) {
        CsrGraph edges = graph.edges(node);
        int from = edges.offsets()[graph.row(node)];
        int degree = graph.degree(node);
        int count = Math.min(limit, degree);
        double start = count < degree ? random.nextDouble() : 0;
        double sum = 0;
        for (int n = 0; n < count; n++) {
            int edge = from + EvenDraw.place(degree, count, start, n);
            columns[place + n] = sources.add(graph.neighbor(node, edges.neighbors()[edge]));
            weights[place + n] = edges.weight(edge);
            sum += edges.weight(edge);
        }
        for (int n = place; n < place + count; n++) {
            weights[n] /= (float) sum;
        }
        return place + count;
    }
}

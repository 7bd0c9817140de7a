package org.gnnrec.serving;

import org.gnnrec.archive.ServedModel;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.source.Interactions;
import org.gnnrec.source.NodeTable;

/**
 * What a training read, and by which definition.
 *
 * @param rows users x items, the interactions
 * @param dislikes users x items
 */
public record TrainedGraph(Interactions interactions, NodeTable users, NodeTable items, CsrGraph rows,
        CsrGraph dislikes) {
    static TrainedGraph of(ServedModel model) {
        return new TrainedGraph(model.info().interactions(), model.users(), model.items(), model.rows(),
                model.dislikes());
    }
}

package org.gnnrec.catalog;

import java.util.List;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.source.NodeTable;

/**
 * What a training that goes on from a stored model starts with.
 *
 * @param rows users x items, what the model was trained on
 * @param userBase e0 of each user, users x d
 * @param itemBase e0 of each item, items x d
 * @param weights dense weights; none in LightGCN
 */
public record StoredBase(NodeTable users, NodeTable items, CsrGraph rows, DenseMatrix userBase,
        DenseMatrix itemBase, List<DenseMatrix> weights) {}

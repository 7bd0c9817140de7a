package org.gnnrec.projection;

import java.util.List;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.source.Decay;
import org.gnnrec.source.NodeTable;

/**
 * What was read: the nodes of both sides, the interactions (users x items), the interactions for validation (null if no
 * types were named), what users dislike (users x items), how weights decay, the relationship types taken, and how many
 * relationships made the interactions.
 */
public record Projection(NodeTable users, NodeTable items, CsrGraph interactions, CsrGraph validation,
        CsrGraph disliked, Decay decay, List<String> relationshipTypes, long relationshipCount) {}

package org.gnnrec.projection;

import java.util.List;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.NodeTable;

/**
 * What was read: the nodes of both sides, the interactions (users x items) and those set apart for validation (null
 * where no types were named), the relationship types taken, and how many relationships lie behind the interactions.
 */
public record Projection(NodeTable users, NodeTable items, CsrGraph interactions, CsrGraph validation,
        List<String> relationshipTypes, long relationshipCount) {}

package org.gnnrec.serving;

import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;

/**
 * A node of the other side that a node has an interaction with now.
 *
 * @param index its dense index in the model
 * @param type the relationship type, or the name of the pattern
 * @param weight of the interaction; zero or less is a dislike
 * @param path between the two; null where none was asked for
 */
record Neighbor(Node node, int index, String type, double weight, Path path) {}

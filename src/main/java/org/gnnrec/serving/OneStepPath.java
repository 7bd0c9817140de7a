package org.gnnrec.serving;

import java.util.Iterator;
import java.util.List;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;

/** The path along one relationship, in either direction. Neo4j does not export its own classes of paths. */
record OneStepPath(Node startNode, Relationship lastRelationship) implements Path {
    @Override
    public Node endNode() {
        return lastRelationship.getOtherNode(startNode);
    }

    @Override
    public Iterable<Relationship> relationships() {
        return List.of(lastRelationship);
    }

    @Override
    public Iterable<Relationship> reverseRelationships() {
        return relationships();
    }

    @Override
    public Iterable<Node> nodes() {
        return List.of(startNode, endNode());
    }

    @Override
    public Iterable<Node> reverseNodes() {
        return List.of(endNode(), startNode);
    }

    @Override
    public int length() {
        return 1;
    }

    @Override
    public Iterator<Entity> iterator() {
        return List.of(startNode, lastRelationship, endNode()).iterator();
    }
}

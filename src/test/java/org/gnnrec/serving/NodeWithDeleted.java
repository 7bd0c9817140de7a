package org.gnnrec.serving;

import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;

/** A node whose relationships others delete after the store has given them and before anyone looks at them. */
final class NodeWithDeleted {
    private NodeWithDeleted() {}

    static Node of(Node node, Runnable delete) {
        return (Node) Proxy.newProxyInstance(Node.class.getClassLoader(), new Class<?>[]{ Node.class },
                (proxy, method, given) -> {
                    if (!method.getName().equals("getRelationships")) {
                        return method.invoke(node, given);
                    }
                    List<Relationship> relationships = node.getRelationships((RelationshipType[]) given[0]).stream()
                            .toList();
                    delete.run();
                    return new Given(relationships);
                });
    }

    private record Given(List<Relationship> relationships) implements ResourceIterable<Relationship> {
        @Override
        public ResourceIterator<Relationship> iterator() {
            Iterator<Relationship> all = relationships.iterator();
            return new ResourceIterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Relationship next() {
                    return all.next();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }
}

package org.gnnrec.projection.schema;

import java.util.List;
import java.util.function.ToLongFunction;
import org.neo4j.graphdb.Node;

/** How many ways a path has. An estimate if a sample of nodes, or of a node's relationships, had to tell. */
record PathCount(long number, boolean isExact) {
    private static final int NODES = 2000;

    /** Reads at most {@value #NODES} users of a path with a threshold, and events of two steps. */
    static PathCount of(Path path, NodeSamples samples) {
        if (!path.isDirect()) {
            return ofEvents(path, samples.of(path.via()).part(NODES));
        }
        Connection connection = path.steps().getFirst().connection();
        return path.threshold() == null
                ? new PathCount(connection.count(), connection.isExact())
                : ofRated(path, samples.of(path.from()).part(NODES));
    }

    private static PathCount ofRated(Path path, NodeSample users) {
        DegreeReader rated = new DegreeReader(List.of(path));
        DegreeReader all = new DegreeReader(List.of(path.above(null)));
        return of(path.steps().getFirst().connection(), users, rated::degree, all::degree, rated, all);
    }

    private static PathCount ofEvents(Path path, NodeSample events) {
        DegreeReader users = new DegreeReader(List.of(Path.of(path.steps().getFirst().reversed())));
        DegreeReader items = new DegreeReader(List.of(Path.of(path.steps().getLast())));
        return of(path.steps().getLast().connection(), events,
                event -> path.takesEvent(event) ? users.degree(event) * items.degree(event) : 0, items::degree, users,
                items);
    }

    private static PathCount of(Connection connection, NodeSample nodes, ToLongFunction<Node> part,
            ToLongFunction<Node> whole, DegreeReader first, DegreeReader second) {
        long number = Share.of(nodes, part, whole).of(connection.count());
        return new PathCount(number,
                connection.isExact() && nodes.isWhole() && !first.isSampled() && !second.isSampled());
    }
}

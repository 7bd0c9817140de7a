package org.gnnrec.serving;

import java.util.List;
import java.util.function.Consumer;
import org.gnnrec.source.InteractionPattern;
import org.gnnrec.source.Interactions;
import org.gnnrec.store.PatternQuery;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Interactions that Cypher patterns define. */
final class PatternNeighbors implements NeighborReader {
    private final Interactions interactions;
    private final List<InteractionPattern> patterns;
    private final NodeFinder users;
    private final NodeFinder items;

    PatternNeighbors(Interactions interactions, NodeFinder users, NodeFinder items) {
        this.interactions = interactions;
        this.patterns = interactions.source().patterns().stream()
                .filter(pattern -> interactions.types().contains(pattern.name())).toList();
        this.users = users;
        this.items = items;
    }

    @Override
    public void forEach(Transaction tx, Node node, Ask ask, Consumer<Neighbor> work) {
        patterns.forEach(
                pattern -> query(pattern, ask).read(tx, List.of(node), row -> take(pattern.name(), row, ask, work)));
    }

    private static PatternQuery query(InteractionPattern pattern, Ask ask) {
        return switch (ask) {
            case ITEMS -> PatternQuery.ofUsers(pattern);
            case ITEMS_WITH_PATHS -> PatternQuery.pathsOfUsers(pattern);
            case USERS -> PatternQuery.ofItems(pattern);
        };
    }

    private void take(String name, PatternQuery.Row row, Ask ask, Consumer<Neighbor> work) {
        NodeFinder others = ask == Ask.USERS ? users : items;
        Node other = ask == Ask.USERS ? row.user() : row.item();
        int index = !row.user().equals(row.item()) && others.hasLabel(other) ? others.indexOf(other) : -1;
        if (index >= 0) {
            work.accept(new Neighbor(other, index, name, interactions.weight(name, row.weight(), row.seconds()),
                    row.path()));
        }
    }

    @Override
    public boolean isGone(Transaction tx) {
        return patterns.stream().noneMatch(pattern -> PatternQuery.findsAny(tx, pattern));
    }
}

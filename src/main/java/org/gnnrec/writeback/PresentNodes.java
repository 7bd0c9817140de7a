package org.gnnrec.writeback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.NodesByValue;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * The nodes of a table that are in the graph now. A node deleted and made again has another node id and is found by its
 * id value, as serving finds it.
 *
 * @param nodes as they are now, by ascending node id
 * @param rows of the table for each of them
 * @param doubled id values whose node is gone while several others have them
 */
public record PresentNodes(NodeTable nodes, int[] rows, List<Object> doubled) {

    private static final int ASKED_EVERY = 10_000;

    /** All nodes of a table that was just read. */
    public static PresentNodes all(NodeTable table) {
        return new PresentNodes(table, IntStream.range(0, table.size()).toArray(), List.of());
    }

    /** Finds nodes made again by the range index, or where there is none by a scan of the labels. O(nodes). */
    public static PresentNodes find(Transaction tx, NodeKind kind, NodeTable table, Cancellation cancellation) {
        Search search = new Search(tx, kind, table, cancellation);
        List<Integer> others = search.addThoseAtTheirIds();
        if (search.byValue.hasIndex(tx)) {
            search.addByIndex(others);
        } else {
            search.addByScan(others);
        }
        return search.result();
    }

    /** Finds nodes made again only where a range index knows them, for a few nodes of a large graph. */
    public static PresentNodes findByIndex(Transaction tx, NodeKind kind, NodeTable few) {
        Search search = new Search(tx, kind, few, Cancellation.NEVER);
        List<Integer> others = search.addThoseAtTheirIds();
        if (search.byValue.hasIndex(tx)) {
            search.addByIndex(others);
        }
        return search.result();
    }

    /** Those in these rows of the table, which ascend. Their own rows count the given ones. */
    public PresentNodes among(int[] given) {
        int[] places = IntStream.range(0, rows.length).filter(at -> Arrays.binarySearch(given, rows[at]) >= 0)
                .toArray();
        return new PresentNodes(nodes.select(places),
                Arrays.stream(places).map(at -> Arrays.binarySearch(given, rows[at])).toArray(), doubled);
    }

    /** Collects the nodes that are there, with their rows. */
    private static final class Search {
        private final Transaction tx;
        private final NodeTable table;
        private final NodesByValue byValue;
        private final Cancellation cancellation;
        private final List<Found> found = new ArrayList<>();
        private final List<Object> doubled = new ArrayList<>();

        Search(Transaction tx, NodeKind kind, NodeTable table, Cancellation cancellation) {
            this.tx = tx;
            this.table = table;
            this.byValue = NodesByValue.of(kind);
            this.cancellation = cancellation;
        }

        private record Found(long nodeId, int row) {}

        /** Returns the rows of the others. */
        List<Integer> addThoseAtTheirIds() {
            List<Integer> others = new ArrayList<>();
            for (int row = 0; row < table.size(); row++) {
                long nodeId = table.nodes().nodeId(row);
                Node node = NodeIds.find(tx, nodeId);
                if (byValue.matches(node, table.value(row))) {
                    found.add(new Found(nodeId, row));
                } else {
                    others.add(row);
                }
                check(row);
            }
            return others;
        }

        void addByIndex(List<Integer> rows) {
            for (int row : rows) {
                add(byValue.find(tx, table.value(row)), row);
                check(row);
            }
        }

        void addByScan(List<Integer> rows) {
            Map<Object, Integer> rowOf = new HashMap<>();
            rows.forEach(row -> rowOf.put(table.value(row), row));
            if (!rows.isEmpty()) {
                byValue.scan(tx, rowOf.keySet(), cancellation)
                        .forEach((value, nodes) -> add(nodes, rowOf.get(value)));
            }
        }

        private void check(int row) {
            if (row % ASKED_EVERY == 0) {
                cancellation.check();
            }
        }

        private void add(Set<Node> nodes, int row) {
            if (nodes.size() == 1) {
                found.add(new Found(NodeIds.of(nodes.iterator().next()), row));
            } else if (!nodes.isEmpty()) {
                doubled.add(table.value(row));
            }
        }

        PresentNodes result() {
            found.sort(Comparator.comparingLong(Found::nodeId));
            int[] rows = found.stream().mapToInt(Found::row).toArray();
            Object[] values = Arrays.stream(rows).mapToObj(table::value).toArray();
            IdMap ids = IdMap.ofAscending(found.stream().mapToLong(Found::nodeId).toArray());
            return new PresentNodes(new NodeTable(ids, values), rows, List.copyOf(doubled));
        }
    }
}

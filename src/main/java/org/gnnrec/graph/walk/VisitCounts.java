package org.gnnrec.graph.walk;

import java.util.Arrays;

/** How often walks visited each node. Takes 4 bytes a node and 4 a visit; clearing costs O(visits). For one thread. */
final class VisitCounts {
    private final int[] counts;
    private final int[] visited;
    private int size;

    /** @param mostVisits the most visits from one origin */
    VisitCounts(int nodes, int mostVisits) {
        this.counts = new int[nodes];
        this.visited = new int[Math.min(nodes, mostVisits)];
    }

    void clear() {
        for (int n = 0; n < size; n++) {
            counts[visited[n]] = 0;
        }
        size = 0;
    }

    void add(int node) {
        if (counts[node]++ == 0) {
            visited[size++] = node;
        }
    }

    int count(int node) {
        return counts[node];
    }

    /** The nodes of the ranks [from, to) by falling count, equal ones by first visit; fewer if fewer were visited. */
    int[] ranks(int from, int to) {
        long[] keys = new long[size];
        for (int n = 0; n < size; n++) {
            keys[n] = ((long) -counts[visited[n]] << Integer.SIZE) | n;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys, Math.min(from, size), Math.min(to, size)).mapToInt(key -> visited[(int) key])
                .toArray();
    }
}

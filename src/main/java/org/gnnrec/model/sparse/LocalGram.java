package org.gnnrec.model.sparse;

import java.util.Arrays;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;

/**
 * The sums of some items from the users of these items alone. Each user gets the list of those items that they have,
 * and adds the pairs of the list. O(users of the items + pairs). 8 bytes a user, and 8 a listed edge. For one thread.
 */
final class LocalGram implements Gram.Copies {
    private final BipartiteGraph graph;
    private final double[] factors;
    /** How many of the items each user has, and then where the user's list ends. */
    private final int[] ends;
    private final int[] users;
    private int userCount;
    private int[] listed = new int[0];
    private float[] weights = new float[0];

    LocalGram(BipartiteGraph graph, double[] factors) {
        this.graph = graph;
        this.factors = factors;
        this.ends = new int[graph.userCount()];
        this.users = new int[graph.userCount()];
    }

    @Override
    public void copy(int[] items, float[] into) {
        Arrays.fill(into, 0, items.length * items.length, 0);
        count(items);
        list(items);
        int start = 0;
        for (int n = 0; n < userCount; n++) {
            addPairs(start, ends[users[n]], (float) factors[users[n]], items.length, into);
            start = ends[users[n]];
            ends[users[n]] = 0;
        }
    }

    private void count(int[] items) {
        userCount = 0;
        CsrGraph itemUsers = graph.itemUsers();
        for (int item : items) {
            for (int e = itemUsers.offsets()[item]; e < itemUsers.offsets()[item + 1]; e++) {
                int user = itemUsers.neighbors()[e];
                if (ends[user]++ == 0) {
                    users[userCount++] = user;
                }
            }
        }
    }

    /** Lists the items of each user, as places in the array of items, ascending. */
    private void list(int[] items) {
        makeRoom();
        CsrGraph itemUsers = graph.itemUsers();
        for (int n = 0; n < items.length; n++) {
            for (int e = itemUsers.offsets()[items[n]]; e < itemUsers.offsets()[items[n] + 1]; e++) {
                int place = ends[itemUsers.neighbors()[e]]++;
                listed[place] = n;
                weights[place] = itemUsers.weight(e);
            }
        }
    }

    /** Turns counts into the places where lists begin. */
    private void makeRoom() {
        int total = 0;
        for (int n = 0; n < userCount; n++) {
            int length = ends[users[n]];
            ends[users[n]] = total;
            total += length;
        }
        if (listed.length < total) {
            listed = new int[total];
            weights = new float[total];
        }
    }

    private void addPairs(int from, int to, float factor, int size, float[] into) {
        for (int a = from; a < to; a++) {
            int row = listed[a] * size;
            float weight = factor * weights[a];
            for (int b = a; b < to; b++) {
                into[row + listed[b]] += weight * weights[b];
            }
        }
    }
}

package org.gnnrec.evaluation;

import java.util.Arrays;

/** The best k of the items offered, by score descending, then by index ascending. */
final class TopItems {
    private final int[] items;
    private final float[] scores;
    private int size;

    TopItems(int k) {
        items = new int[k];
        scores = new float[k];
    }

    void clear() {
        size = 0;
    }

    void offer(int item, float score) {
        if (size == items.length) {
            if (!precedes(item, score, size - 1)) {
                return;
            }
            size--;
        }
        int place = size++;
        while (place > 0 && precedes(item, score, place - 1)) {
            items[place] = items[place - 1];
            scores[place] = scores[place - 1];
            place--;
        }
        items[place] = item;
        scores[place] = score;
    }

    private boolean precedes(int item, float score, int place) {
        return score > scores[place] || score == scores[place] && item < items[place];
    }

    int[] items() {
        return Arrays.copyOf(items, size);
    }

    float[] scores() {
        return Arrays.copyOf(scores, size);
    }
}

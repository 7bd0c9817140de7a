package org.gnnrec.model.pinsage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;

/**
 * The importance neighborhood of an item that training did not know: the items that one step of a walk reaches over one
 * of its users, with exact probabilities. A second step, as in {@link org.gnnrec.graph.walk.RandomWalks}, would need
 * the users of every item.
 */
final class ImportanceRow {
    private ImportanceRow() {}

    /**
     * The {@code most} likely items as one row, whose weights add up to one. Of equals the lower comes first. O(items +
     * edges of the users).
     *
     * @param users one row with the users of the item
     * @param userItems the items of each user, this one not among them
     */
    static CsrGraph of(CsrGraph users, CsrGraph userItems, int most) {
        double[] chances = new double[userItems.columnCount()];
        for (int e = 0; e < users.edgeCount(); e++) {
            addStep(users.neighbors()[e], users.weight(e), userItems, chances);
        }
        int[] best = IntStream.range(0, chances.length).filter(item -> chances[item] > 0).boxed()
                .sorted(Comparator.comparingDouble((Integer item) -> -chances[item])).limit(most)
                .mapToInt(Integer::intValue).toArray();
        double sum = Arrays.stream(best).mapToDouble(item -> chances[item]).sum();
        CsrBuilder row = new CsrBuilder(1, chances.length, true);
        Arrays.stream(best).forEach(item -> row.add(0, item, (float) (chances[item] / sum)));
        return row.build();
    }

    /** A walk goes on from a user to any of their items. The new item is one of them. */
    private static void addStep(int user, float weight, CsrGraph userItems, double[] chances) {
        double all = userItems.rowWeight(user) + weight;
        for (int e = userItems.offsets()[user]; e < userItems.offsets()[user + 1]; e++) {
            chances[userItems.neighbors()[e]] += weight * userItems.weight(e) / all;
        }
    }
}

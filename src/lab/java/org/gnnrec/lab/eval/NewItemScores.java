package org.gnnrec.lab.eval;

import java.util.Locale;

/**
 * What the model makes of items without an interaction in training, ranked among themselves.
 *
 * @param ridge null where no item has a genre or a year
 */
record NewItemScores(double recallAt20, double ndcgAt20, RidgeBaseline.Result ridge) {

    /** For people: a line. */
    String summary() {
        String model = String.format(Locale.ROOT, "new items among themselves %.4f / %.4f", recallAt20, ndcgAt20);
        return ridge == null
                ? model
                : model + String.format(Locale.ROOT, "; ridge %.4f / %.4f, among all items %.4f",
                        ridge.newItems().recallAt20(), ridge.newItems().ndcgAt20(), ridge.allItems().recallAt20());
    }
}

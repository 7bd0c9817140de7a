package org.gnnrec.model.pinsage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gnnrec.linalg.Cancellation.NEVER;
import static org.gnnrec.model.UserInput.known;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.UserInput;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.RandomModel;
import org.gnnrec.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeanFoldInTest {
    private static final int USERS = 25;
    private static final int ITEMS = 18;
    private static final UserInput UNKNOWN = UserInput.unknown(FeatureMatrix.none(1));

    private final CsrGraph rows = Graphs.weighted(Graphs.random(USERS - 1, ITEMS, 0.25, 3), 4);

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2 })
    void aTrainedRowGivesTheUserThatTrainingGave(int layers) {
        RandomModel model = model(layers, 0.5);
        FoldIn foldIn = model.foldIn();
        for (int user = 0; user < rows.rowCount(); user++) {
            float[] trained = model.trained().users().row(user);
            assertThat(foldIn.embedding(known(user), rows, user)).containsExactly(trained);
            assertThat(foldIn.embedding(UNKNOWN, rows, user)).containsExactly(trained);
        }
    }

    @Test
    void aUserOfOneItemIsThatItem() {
        RandomModel model = model(1, 0);
        FoldIn foldIn = model.foldIn();
        assertThat(foldIn.embedding(UNKNOWN, Graphs.parse(1, ITEMS, "0:7"), 0))
                .containsExactly(model.trained().items().row(7), within(1e-6f));
        assertThat(foldIn.embedding(UNKNOWN, Graphs.parse(1, ITEMS, ""), 0)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1 })
    void contributionsAddUpToTheScore(int layers) {
        RandomModel model = model(layers, 0.5);
        FoldIn foldIn = model.foldIn();
        float[] item = model.trained().items().row(5);
        for (int user = 0; user < USERS - 1; user++) {
            CsrGraph row = rows.row(user);
            Contributions all = foldIn.contributions(known(user), row, ItemInput.known(model.trained().items(), 5),
                    NEVER);
            assertThat(all.own()).isNull();
            assertThat(all.sum()).isCloseTo(dot(foldIn.embedding(known(user), row, 0), item), within(1e-6));
            assertThat(Arrays.stream(all.items()).map(all::share).sum()).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void anItemContributesByItsWeight() {
        RandomModel model = model(1, 0);
        FoldIn foldIn = model.foldIn();
        float[] item = model.trained().items().row(5);
        Contributions all = foldIn.contributions(UNKNOWN,
                CsrGraph.of(1, ITEMS, new int[]{ 0, 2 }, new int[]{ 2, 7 }, new float[]{ 3, 1 }),
                ItemInput.known(model.trained().items(), 5), NEVER);
        double second = dot(model.trained().items().row(2), item);
        double seventh = dot(model.trained().items().row(7), item);
        assertThat(all.items()[0] / all.items()[1]).isCloseTo(3 * second / seventh, within(1e-4));
    }

    @Test
    void withoutItemsNothingContributes() {
        RandomModel model = model(1, 0);
        Contributions none = model.foldIn().contributions(UNKNOWN, Graphs.parse(1, ITEMS, ""),
                ItemInput.known(model.trained().items(), 5), NEVER);
        assertThat(none.items()).isEmpty();
        assertThat(none.share(0)).isNull();
    }

    @Test
    void aNewItemWithTheFeaturesOfATrainedOneIsThatOneWithoutLayers() {
        FeatureMatrix features = Rows.cyclic(1, values());
        RandomModel model = RandomModel.of(Map.of("modelType", "pinsage", "layers", 0, "embeddingDimension", 6,
                "useIds", false, "normExponent", 0.5), rows,
                new Features(FeatureMatrix.none(rows.rowCount()), features));
        CsrGraph users = rows.transpose();
        for (int item = 0; item < ITEMS; item++) {
            assertThat(model.foldIn().embeddingOfNewItem(features.rows(new int[]{ item }), users.row(item)))
                    .containsExactly(model.trained().items().row(item), within(1e-5f));
        }
    }

    private static float[] values() {
        float[] values = new float[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            values[item] = item + 1;
        }
        return values;
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(c -> (double) a[c] * b[c]).sum();
    }

    /** @param degreeExponent other than 0 gives items in another scale than what their users are made of */
    private RandomModel model(int layers, double degreeExponent) {
        return RandomModel.of(Map.of("modelType", "pinsage", "layers", layers, "embeddingDimension", 6,
                "degreeExponent", degreeExponent), rows);
    }
}

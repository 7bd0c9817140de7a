package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.gnnrec.archive.ModelArchive;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArray;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
import org.junit.jupiter.api.Test;

class ModelFormatTest {
    private static final int USERS = 3;
    private static final int ITEMS = 4;
    private static final int D = 2;

    private final ServedModel model = ServedModels.with(
            Graphs.weighted(Graphs.parse(USERS, ITEMS, "0:0,2; 1:1; 2:0,3"), 1), Graphs.parse(USERS, ITEMS, "0:1"),
            ServedModels.random(ServedModels.info("songs", 1), USERS, ITEMS, D, 3));
    private final NamedArrays arrays = ModelFormat.archive(model).arrays();

    @Test
    void everyMissingArrayIsNamed() {
        for (String name : arrays.asMap().keySet()) {
            if (name.startsWith("dislikes.") || name.endsWith(".weights") || name.contains("learned")) {
                continue;
            }
            NamedArrays others = NamedArrays.NONE;
            for (Map.Entry<String, NamedArray> array : arrays.asMap().entrySet()) {
                others = array.getKey().equals(name) ? others : others.with(array.getKey(), array.getValue());
            }
            assertRefused(others, "there is no array '" + name.replaceFirst("state\\.", "").replaceFirst(
                    "rows\\.(?=n)", "") + "'");
        }
    }

    @Test
    void numbersThatAreNotFiniteAreRefusedByArray() {
        for (float wrong : new float[]{ Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY }) {
            for (String name : List.of("itemEmbeddings", "state.userBase", "state.messages", "rows.weights")) {
                DenseMatrix right = arrays.matrix(name);
                float[] values = right.data().clone();
                values[values.length - 1] = wrong;
                assertRefused(arrays.with(name, new DenseMatrix(right.rows(), right.cols(), values)),
                        "array '" + name + "' has a number that is infinite or NaN");
            }
        }
    }

    @Test
    void theLargestNumbersAreNotRefused() {
        float[] values = new float[ITEMS * D];
        Arrays.fill(values, -Float.MAX_VALUE);
        ServedModel read = read(arrays.with("itemEmbeddings", new DenseMatrix(ITEMS, D, values)));
        assertThat(read.itemEmbeddings().data()).isEqualTo(values);
    }

    @Test
    void countsThatDoNotFitEachOtherAreRefused() {
        assertRefused(arrays.with("itemEmbeddings", DenseMatrix.zeros(ITEMS, 0)),
                "array 'itemEmbeddings' must have a column but has none");
        assertRefused(arrays.with("itemEmbeddings", new DenseMatrix(Integer.MAX_VALUE, 0, new float[0])),
                "array 'itemEmbeddings' must have a column but has none");
        assertRefused(arrays.with("itemEmbeddings", DenseMatrix.zeros(ITEMS - 1, D)), "there are more nodes");
        assertRefused(arrays.with("rows.offsets", new NamedArray.Ints(new int[0])), "-1 nodes do not fit");
        assertRefused(arrays.with("rows.offsets", new NamedArray.Ints(new int[]{ 0, 2, 1, 5 })),
                "offsets do not span 3 rows");
        assertRefused(arrays.with("rows.neighbors", new NamedArray.Ints(new int[]{ 0, 2, ITEMS, 0, 3 })),
                "columns must ascend and be below 4");
        assertRefused(arrays.with("dislikes.neighbors", new NamedArray.Ints(new int[]{ -1 })),
                "columns must ascend and be below 4");
        assertRefused(arrays.with("state.messages", DenseMatrix.zeros(ITEMS, D + 1)),
                "array 'messages' must be 4 x 2 but is 4 x 3");
    }

    private void assertRefused(NamedArrays changed, String reason) {
        assertThatThrownBy(() -> read(changed)).isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("model 'songs': ").hasMessageContaining(reason)
                .hasMessageEndingWith(". Train the model again");
    }

    private ServedModel read(NamedArrays changed) {
        return ModelFormat.model(new ModelArchive(model.info(), model.features(), changed));
    }

    @Test
    void theNameOfTheModelStandsInAMessageOnce() {
        ModelFormatException first = ModelFormatException.ofModel("songs", new IllegalArgumentException("no"));
        assertThat(first).hasMessage("model 'songs': no. Train the model again");
        assertThat(ModelFormatException.ofModel("songs", first)).hasMessage(first.getMessage());
        assertThat(ModelFormatException.ofModel("songs", new NoSuchElementException()))
                .hasMessage("model 'songs': java.util.NoSuchElementException. Train the model again");
    }
}

package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class NamedArraysTest {
    private final DenseMatrix matrix = DenseMatrix.zeros(2, 3);
    private final int[] numbers = { 1, 2 };
    private final NamedArray.Bytes bytes = new NamedArray.Bytes(List.of(new byte[3], new byte[2]));
    private final NamedArrays arrays = NamedArrays.NONE.with("m", matrix).with("n", new NamedArray.Ints(numbers))
            .with("b", bytes);

    @Test
    void eachTypeComesBackByItsNameAndIsShared() {
        assertThat(arrays.matrix("m")).isSameAs(matrix);
        assertThat(arrays.ints("n")).isSameAs(numbers);
        assertThat(arrays.bytes("b")).isSameAs(bytes);
        assertThat(arrays.bytes("b").length()).isEqualTo(5);
        assertThat(arrays.has("m")).isTrue();
        assertThat(arrays.has("x")).isFalse();
    }

    @Test
    void namesComeInTheirOrder() {
        assertThat(arrays.asMap().keySet()).containsExactly("m", "n", "b");
        assertThat(arrays.with("a", matrix).asMap().keySet()).containsExactly("m", "n", "b", "a");
        assertThat(arrays.with("m", matrix).asMap().keySet()).containsExactly("m", "n", "b");
    }

    @Test
    void oneMoreLeavesTheOthersAsTheyWere() {
        DenseMatrix other = DenseMatrix.zeros(1, 1);
        NamedArrays more = arrays.with("m", other).with("x", other);
        assertThat(more.matrix("m")).isSameAs(other);
        assertThat(arrays.matrix("m")).isSameAs(matrix);
        assertThat(arrays.has("x")).isFalse();
        assertThat(NamedArrays.NONE.asMap()).isEmpty();
        assertThatThrownBy(() -> arrays.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void underAPrefixIsWhatWasAddedWithIt() {
        NamedArrays both = NamedArrays.NONE.with("m", DenseMatrix.zeros(9, 9)).with("a.", arrays)
                .with("b.", arrays.with("m", DenseMatrix.zeros(1, 1)));
        assertThat(both.asMap().keySet()).containsExactly("m", "a.m", "a.n", "a.b", "b.m", "b.n", "b.b");
        assertThat(both.under("a.").asMap()).isEqualTo(arrays.asMap());
        assertThat(both.under("b.").matrix("m").rows()).isEqualTo(1);
        assertThat(both.under("c.").asMap()).isEmpty();
        assertThat(both.under("").asMap()).isEqualTo(both.asMap());
    }

    @Test
    void prefixesNest() {
        NamedArrays outer = NamedArrays.NONE.with("x.", NamedArrays.NONE.with("a.", arrays));
        assertThat(outer.asMap().keySet()).containsExactly("x.a.m", "x.a.n", "x.a.b");
        assertThat(outer.under("x.").under("a.").asMap()).isEqualTo(arrays.asMap());
        assertThat(outer.under("x.a.").asMap()).isEqualTo(arrays.asMap());
    }

    @Test
    void aMissingNameAndAnotherTypeAreRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> arrays.matrix("x")).isInstanceOf(NoSuchElementException.class)
                .hasMessage("there is no array 'x' of Floats among [m, n, b]");
        assertThatThrownBy(() -> arrays.ints("m")).isInstanceOf(NoSuchElementException.class)
                .hasMessage("there is no array 'm' of Ints among [m, n, b]");
        assertThatThrownBy(() -> arrays.bytes("n")).isInstanceOf(NoSuchElementException.class)
                .hasMessage("there is no array 'n' of Bytes among [m, n, b]");
        assertThatThrownBy(() -> NamedArrays.NONE.matrix("m")).hasMessageContaining("among []");
    }
}

package org.gnnrec.model.graphsage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Pass;
import org.gnnrec.testing.Blocks;
import org.junit.jupiter.api.Test;

class SequencesTest {
    @Test
    void everyNeighborComesOnceAndTheLongestGoFirst() {
        Block block = Blocks.rising(7, 50, new SplittableRandom(1));
        Sequences sequences = new Sequences(block, new Pass(new SplittableRandom(2)));
        assertThat(sequences.steps()).isEqualTo(6);
        for (int row = 0; row < 7; row++) {
            int target = sequences.target(row);
            assertThat(target).isEqualTo(6 - row);
            int length = block.degree(target);
            int r = row;
            int[] drawn = IntStream.range(0, length).map(step -> sequences.source(r, step)).sorted().toArray();
            int[] neighbors = Arrays.copyOfRange(block.columns(), block.offsets()[target],
                    block.offsets()[target + 1]);
            Arrays.sort(neighbors);
            assertThat(drawn).containsExactly(neighbors);
            assertThat(length == 0 || sequences.endsAt(row, length - 1)).isTrue();
        }
        assertThat(sequences.active(2)).isEqualTo(4);
    }

    @Test
    void ofMoreNeighborsSoManyAreDrawnAndInferenceAlwaysDrawsTheSame() {
        int degree = Sequences.LONGEST + 50;
        Block block = new Block(1, degree + 1, new int[]{ 0, degree }, IntStream.rangeClosed(1, degree).toArray(),
                new float[degree]);
        Sequences one = new Sequences(block, Pass.INFERENCE);
        Sequences other = new Sequences(block, Pass.INFERENCE);
        assertThat(one.steps()).isEqualTo(Sequences.LONGEST);
        int[] drawn = IntStream.range(0, one.steps()).map(step -> one.source(0, step)).toArray();
        assertThat(drawn).doesNotHaveDuplicates()
                .containsExactly(IntStream.range(0, one.steps()).map(step -> other.source(0, step)).toArray());
    }
}

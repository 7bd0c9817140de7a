package org.gnnrec.lab.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingProgressTest {
    @Test
    void readsEpochsWithTheirLoss() {
        assertThat(TrainingProgress.parse("gnnrec.train: fit epoch 3/40, loss 4.21, ndcg@20 0.151"))
                .contains(new TrainingProgress("fit", 3, 40, "loss 4.21, ndcg@20 0.151"));
    }

    @Test
    void readsCounts() {
        assertThat(TrainingProgress.parse("gnnrec.train: write 12000/70839"))
                .contains(new TrainingProgress("write", 12_000, 70_839, ""));
        assertThat(TrainingProgress.parse("gnnrec.train: pilot of layers 2 epoch 1/3"))
                .contains(new TrainingProgress("pilot of layers 2", 1, 3, ""));
    }

    @Test
    void aLineWithoutACountIsNone() {
        assertThat(TrainingProgress.parse("gnnrec.train: project")).isEmpty();
        assertThat(TrainingProgress.parse("something else 1/2")).isEmpty();
    }
}

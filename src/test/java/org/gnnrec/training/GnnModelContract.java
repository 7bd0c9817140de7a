package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.gnnrec.evaluation.EmbeddingScorer;
import org.gnnrec.evaluation.Evaluator;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every way of training must do, on data whose answer is known. */
abstract class GnnModelContract {
    private static final int USERS = 40;
    private static final int ITEMS = 20;
    private static final TrainingListener SILENT = (phase, epoch, epochs, loss, ndcg) -> {};

    /** What differs from one implementation to the next. */
    abstract Map<String, Object> keys();

    /** From which on all epochs minimize the same. */
    int firstWholeEpoch() {
        return 0;
    }

    @Test
    void recommendsTheHeldOutItemOnACheckerboard() {
        CsrGraph train = checkerboard(true);
        TrainingResult result = train(train, null, config(Map.of("validationFraction", 0, "epochs", 60)));
        assertThat(recallAtOne(result, train, checkerboard(false))).isEqualTo(1);
        assertThat(result.ranEpochs()).isEqualTo(60);
        assertThat(result.didConverge()).isFalse();
        assertThat(result.epochLosses()).hasSize(60);
        assertThat(result.epochLosses()[59]).isLessThan(result.epochLosses()[firstWholeEpoch()]);
    }

    @Test
    void selectsOnValidationAndRefitsOnEverything() {
        CsrGraph train = checkerboard(true);
        CsrGraph validation = checkerboard(false);
        TrainingResult result = train(train, validation, config(Map.of("epochs", 30, "patience", 3)));
        assertThat(result.fitted().edgeCount()).isEqualTo(train.edgeCount() + validation.edgeCount());
        assertThat(result.metrics()).containsKeys("recallAt20", "ndcgAt20", "pilots", "selectMillis", "fitMillis");
        long best = (long) result.metrics().get("bestEpoch");
        assertThat(result.ranEpochs()).isEqualTo(best + Math.ceilDiv(best, 5));
        assertThat(result.epochLosses()).hasSize(result.ranEpochs());
        assertThat(result.chosen().toMap().get("layers")).isNotNull();
    }

    @Test
    void withoutARefitTheBestEpochIsTheModel() {
        CsrGraph train = checkerboard(true);
        CsrGraph validation = checkerboard(false);
        TrainingResult result = train(train, validation,
                config(Map.of("epochs", 12, "patience", 2, "refit", false)));
        assertThat(result.fitted()).isSameAs(train);
        try (Parallel parallel = new Parallel(1)) {
            double ndcg = Evaluator.evaluate(scorer(result.model()), train, validation, upTo(USERS), 20,
                    Workers.of(parallel, Cancellation.NEVER))
                    .meanNdcg();
            assertThat(ndcg).isCloseTo((double) result.metrics().get("ndcgAt20"), within(1e-12));
        }
    }

    @Test
    void goesOnFromAnEarlierTraining() {
        CsrGraph train = checkerboard(true);
        TrainingResult earlier = train(train, null, config(Map.of("validationFraction", 0, "epochs", 60)));
        TrainingConfig oneEpoch = config(Map.of("validationFraction", 0, "epochs", 1));
        TrainingResult later = Trainer.train(Steps.task(train, null, oneEpoch, start(earlier)), () -> {}, SILENT);
        assertThat(recallAtOne(later, train, checkerboard(false))).isEqualTo(1);
        assertThat(later.epochLosses()[0]).isLessThan(train(train, null, oneEpoch).epochLosses()[0]);
    }

    private static WarmStart start(TrainingResult earlier) {
        return new WarmStart(upTo(USERS), upTo(ITEMS),
                earlier.chosen().spec().parameters(earlier.model().state(), USERS));
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() {
        CsrGraph train = Graphs.random(60, 45, 0.1, 3);
        TrainedModel one = train(train, null, config(Map.of("epochs", 4, "concurrency", 1))).model();
        for (int concurrency = 1; concurrency <= 3; concurrency++) {
            TrainedModel other = train(train, null, config(Map.of("epochs", 4, "concurrency", concurrency))).model();
            assertThat(other.users().data()).containsExactly(one.users().data());
            assertThat(other.items().data()).containsExactly(one.items().data());
            one.state().asMap().keySet().forEach(name -> assertThat(other.state().matrix(name).data())
                    .containsExactly(one.state().matrix(name).data()));
        }
    }

    @Test
    void anotherSeedGivesOtherBits() {
        CsrGraph train = Graphs.random(30, 20, 0.2, 3);
        assertThat(train(train, null, config(Map.of("epochs", 1, "randomSeed", 1))).model().users().data())
                .isNotEqualTo(train(train, null, config(Map.of("epochs", 1, "randomSeed", 2))).model().users().data());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4 })
    void nodesWithoutEdgesKeepFiniteEmbeddings(int layers) {
        CsrGraph train = Graphs.parse(4, 5, "0:0,1; 2:1,3");
        assertFinite(train(train, null, config(Map.of("epochs", 5, "layers", layers))).model());
    }

    @Test
    void oneUserWithOneItemTrains() {
        assertFinite(train(Graphs.parse(1, 1, "0:0"), null, config(Map.of("epochs", 3))).model());
    }

    @Test
    void usersThatHaveEveryItemTrain() {
        assertFinite(train(Graphs.random(6, 4, 1, 1), null, config(Map.of("epochs", 3))).model());
    }

    @Test
    void aShortLastBatchAndABatchLargerThanTheGraphTrain() {
        CsrGraph train = Graphs.random(11, 7, 0.4, 1);
        assertFinite(train(train, null, config(Map.of("epochs", 3, "batchSize", train.edgeCount() / 2))).model());
        assertFinite(train(train, null, config(Map.of("epochs", 3, "batchSize", 60_000))).model());
    }

    @Test
    void aGraphWithoutEdgesIsRefusedWithTheReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> train(Graphs.parse(3, 2, ""), null, config(Map.of())))
                .withMessageContaining("no interaction between the 3 users and the 2 items");
    }

    @Test
    void stopsWhenCancelled() {
        CsrGraph train = checkerboard(true);
        int[] checks = new int[1];
        Thread caller = Thread.currentThread();
        Cancellation cancellation = () -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            if (++checks[0] == 5) {
                throw new CancellationException("terminated");
            }
        };
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Trainer.train(Steps.task(train, null, config(Map.of()), null), cancellation, SILENT))
                .withMessage("terminated");
        assertThat(checks[0]).isEqualTo(5);
    }

    private TrainingConfig config(Map<String, Object> more) {
        Map<String, Object> map = new HashMap<>(Map.of("embeddingDimension", 8, "batchSize", 64, "learningRate", 0.02,
                "concurrency", 2));
        map.putAll(keys());
        map.putAll(more);
        return TrainingConfig.of(map);
    }

    private static TrainingResult train(CsrGraph train, CsrGraph validation, TrainingConfig config) {
        return Trainer.train(Steps.task(train, validation, config, null), () -> {}, SILENT);
    }

    /** Users have the items of their own parity, each but one: that one, or all others. */
    private static CsrGraph checkerboard(boolean others) {
        CsrBuilder builder = new CsrBuilder(USERS, ITEMS);
        for (int user = 0; user < USERS; user++) {
            int held = user % ITEMS;
            for (int item = user % 2; item < ITEMS; item += 2) {
                if (others != (item == held)) {
                    builder.add(user, item);
                }
            }
        }
        return builder.build();
    }

    private static double recallAtOne(TrainingResult result, CsrGraph seen, CsrGraph relevant) {
        try (Parallel parallel = new Parallel(1)) {
            return Evaluator.evaluate(scorer(result.model()), seen, relevant, upTo(USERS), 1,
                    Workers.of(parallel, Cancellation.NEVER)).meanRecall();
        }
    }

    private static EmbeddingScorer scorer(TrainedModel model) {
        return new EmbeddingScorer(model.users(), model.items());
    }

    private static int[] upTo(int count) {
        return IntStream.range(0, count).toArray();
    }

    private static void assertFinite(TrainedModel model) {
        List<DenseMatrix> matrices = new ArrayList<>(List.of(model.users(), model.items()));
        model.state().asMap().keySet().forEach(name -> matrices.add(model.state().matrix(name)));
        for (DenseMatrix matrix : matrices) {
            for (float value : matrix.data()) {
                assertThat(value).isFinite();
            }
        }
    }
}

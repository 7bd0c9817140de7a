package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.testing.ServedModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadedModelsTest {
    private static final UUID DATABASE = UUID.randomUUID();
    private static final ModelInfo A = ServedModels.info("a", 1);
    private static final ModelInfo B = ServedModels.info("b", 1);
    private static final ModelInfo C = ServedModels.info("c", 1);

    private int loads;

    @AfterEach
    void clear() {
        for (ModelInfo info : new ModelInfo[]{ A, B, C }) {
            LoadedModels.forget(DATABASE, info.name());
        }
    }

    @Test
    void theLeastRecentlyUsedGoesWhereThereIsNoRoom() {
        get(A, 40);
        get(B, 40);
        LoadedModels.find(DATABASE, "a", A.uid());
        get(C, 40);
        assertThat(LoadedModels.bytesOf(DATABASE, A)).isEqualTo(40);
        assertThat(LoadedModels.bytesOf(DATABASE, B)).isZero();
        assertThat(LoadedModels.find(DATABASE, "b", B.uid())).isEmpty();
        assertThat(LoadedModels.bytes()).isEqualTo(80);
        get(B, 100);
        assertThat(LoadedModels.bytes()).isEqualTo(100);
    }

    @Test
    void aModelIsLoadedOnceAndReplacedByItsNextVersion() {
        Recommender first = get(A, 40);
        assertThat(get(A, 40)).isSameAs(first);
        assertThat(loads).isEqualTo(1);
        ModelInfo next = ServedModels.info("a", 2);
        assertThat(get(next, 60)).isNotSameAs(first);
        assertThat(LoadedModels.bytesOf(DATABASE, A)).isZero();
        assertThat(LoadedModels.bytes()).isEqualTo(60);
    }

    @Test
    void aFailedLoadHoldsNothing() {
        assertThatThrownBy(() -> LoadedModels.get(DATABASE, A, 40, 100, () -> {
            throw new IllegalStateException("damaged");
        })).hasMessage("damaged");
        assertThat(LoadedModels.bytes()).isZero();
        assertThat(get(A, 40)).isNotNull();
    }

    @Test
    void loadsBesideEachOtherStayWithinTheRoom() {
        AtomicLong most = new AtomicLong();
        IntStream.range(0, 8).parallel().forEach(n -> LoadedModels.get(DATABASE, ServedModels.info("p" + n, 1), 60, 100,
                () -> {
                    most.accumulateAndGet(LoadedModels.bytes(), Math::max);
                    return new Recommender(ServedModels.random(ServedModels.info("p" + n, 1), 3, 4, 2, 3));
                }));
        assertThat(most).hasValue(60);
        assertThat(LoadedModels.bytes()).isEqualTo(60);
        LoadedModels.forgetIdle(Duration.ofHours(1));
        assertThat(LoadedModels.bytes()).isEqualTo(60);
        LoadedModels.forgetIdle(Duration.ZERO);
        assertThat(LoadedModels.bytes()).isZero();
    }

    private Recommender get(ModelInfo info, long bytes) {
        return LoadedModels.get(DATABASE, info, bytes, 100, () -> {
            loads++;
            return new Recommender(ServedModels.random(info, 3, 4, 2, 3));
        });
    }
}

package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gnnrec.archive.CopiedNodes;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopySampleTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();
    private static final ModelInfo INFO = ServedModels.info("default", 1);

    private final ModelStore store = new ModelStore(NEO4J.inner());
    private final ServedModel model = ServedModels.random(INFO, 30, 20, 2, 3);

    @BeforeEach
    void store() {
        Draft draft = store.begin("default");
        store.makeCurrent(draft, model, store.write(draft, model));
    }

    @Test
    void aVersionHasNoneBeforeItsCopyBegins() {
        assertThat(read()).isEmpty();
    }

    @Test
    void itComesBackAndTheVersionIsNotCopiedUntilTheEnd() {
        store.beginCopy(INFO, new CopiedNodes(model.users(), model.items(), new int[]{ 1, 4 }, 30, 20));
        CopiedNodes sample = read().orElseThrow();
        assertThat(sample.users().sameValues(model.users())).isTrue();
        assertThat(sample.items().nodes().nodeIds()).isEqualTo(model.items().nodes().nodeIds());
        assertThat(sample.indexed()).containsExactly(1, 4);
        assertThat(List.of(sample.userCount(), sample.itemCount())).containsExactly(30L, 20L);
        assertThat(isCopied()).isFalse();
        store.endCopy(INFO);
        assertThat(isCopied()).isTrue();
        store.beginCopy(INFO, CopiedNodes.of(model));
        assertThat(isCopied()).isFalse();
    }

    @Test
    void itsBytesAreFewWhateverTheModel() {
        CopiedNodes nodes = new CopiedNodes(ServedModels.table(0, 100_000, user -> "user" + user), model.items(),
                new int[0], 100_000, 20);
        store.beginCopy(INFO, nodes);
        assertThat(read().orElseThrow().users().size()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = { "sampledUsers", "sampledItems", "sampledVectors", "sampledCounts" })
    void aDamagedOneIsAFormatError(String key) {
        store.beginCopy(INFO, CopiedNodes.of(model));
        for (Object damage : List.of(5L, "text", true, new byte[]{ 1, 2 }, new long[]{ -1, 0, 3, 9 },
                new long[]{ 30, 20, 1L << 40, 20 }, new long[]{ 30, 20, 29, 20 }, new double[]{ 0.5 })) {
            NEO4J.run("MATCH (m:_GnnRecModel) SET m[$key] = $value", Map.of("key", key, "value", damage));
            assertThatThrownBy(CopySampleTest::read).as("%s = %s", key, damage)
                    .isInstanceOf(ModelFormatException.class).hasMessageContaining("rain the model again");
        }
    }

    private static Optional<CopiedNodes> read() {
        return NEO4J.in(tx -> new ModelCatalog(tx).copySample(INFO));
    }

    private static boolean isCopied() {
        return NEO4J.in(tx -> new ModelCatalog(tx).require("default")).copy().isWhole();
    }
}

package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetFolderTest {
    private static final Path SHARED = Path.of("../shared/data");

    @Test
    void aFolderInNoKnownFormatSaysWhatIsLookedFor(@TempDir Path folder) {
        assertThatThrownBy(() -> DatasetFolder.read(folder, SplitRule.USER, 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("train.txt and test.txt")
                .hasMessageContaining("ratings.csv").hasMessageContaining("*.inter");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> DatasetFolder.read(Path.of("no-such-folder"), SplitRule.USER, 1))
                .hasMessage("data must be a folder but no-such-folder is none");
    }

    @Test
    void aRuleIsReadByName() {
        assertThat(SplitRule.parse("time")).isEqualTo(SplitRule.TIME);
        assertThatThrownBy(() -> SplitRule.parse("Time"))
                .hasMessage("split must be 'user', 'time' or 'cold' but was 'Time'");
    }

    @ParameterizedTest
    @CsvSource({ "gowalla,29858,40981,719081,91047,217242", "lastfm,1885,17388,64315,9143,18321" })
    void publicDataWithASplitHasItsPublishedCounts(String name, int users, int items, int train, int valid, int test) {
        Dataset data = shared(name, SplitRule.USER);
        assertThat(data.userIds()).hasSize(users);
        assertThat(data.items()).hasSize(items);
        assertThat(data.train().size()).isEqualTo(train);
        assertThat(data.valid().size()).isEqualTo(valid);
        assertThat(data.test().size()).isEqualTo(test);
    }

    @ParameterizedTest
    @CsvSource({ "ml-100k,943,1682,100000", "ml-latest-small,610,9742,100836" })
    void publicDataWithoutASplitIsCut70To10To20(String name, int users, int items, int interactions) {
        for (SplitRule rule : List.of(SplitRule.USER, SplitRule.TIME)) {
            Dataset data = shared(name, rule);
            assertThat(data.userIds()).hasSize(users);
            assertThat(data.items()).hasSize(items);
            assertThat(data.hasTitles()).isTrue();
            assertThat(data.interactionCount()).isEqualTo(interactions);
            assertThat(data.train().size()).isBetween(interactions * 699 / 1000, interactions * 702 / 1000);
            assertThat(data.test().size()).isBetween(interactions * 198 / 1000, interactions * 202 / 1000);
        }
    }

    @Test
    void aTenthOfPublicItemsIsHeldOutWhole() {
        Dataset data = shared("ml-100k", SplitRule.COLD);
        assertThat(data.split()).isEqualTo("cold");
        assertThat(data.interactionCount()).isEqualTo(100_000);
        assertThat(LongStream.of(data.test().pairs()).map(Interactions::itemOf).distinct()).hasSize(168);
        assertThat(data.valid().size()).isBetween(8_500, 9_500);
    }

    private static Dataset shared(String name, SplitRule rule) {
        assumeThat(SHARED.resolve(name)).isDirectory();
        return DatasetFolder.read(SHARED.resolve(name), rule, 1);
    }
}

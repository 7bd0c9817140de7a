package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LightGcnReaderTest {
    @TempDir
    private Path folder;

    private Dataset read() {
        return DatasetFolder.read(folder, SplitRule.USER, 1);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void readsThreePartsAndEveryoneTheyName() throws IOException {
        write("train.txt", "0 3 1\n1 1 \n4\n");
        write("valid.txt", "0 9\n1\n");
        write("test.txt", "1 3 10\n");
        Dataset data = read();
        assertThat(data.split()).isEqualTo("given");
        assertThat(data.userIds()).containsExactly(0L, 1L, 4L);
        assertThat(data.items()).extracting(Item::id).containsExactly(1L, 3L, 9L, 10L);
        assertThat(data.train().itemsOf(0)).containsExactly(0, 1);
        assertThat(data.train().itemsOf(1)).containsExactly(0);
        assertThat(data.train().degree(2)).isZero();
        assertThat(data.valid().itemsOf(0)).containsExactly(2);
        assertThat(data.test().itemsOf(1)).containsExactly(1, 3);
        assertThat(data.interactionCount()).isEqualTo(6);
        assertThat(data.hasTitles()).isFalse();
    }

    @Test
    void theValidFileMayBeMissing() throws IOException {
        write("train.txt", "0 1\r\n\r\n");
        write("test.txt", "0 2");
        assertThat(read().valid().size()).isZero();
        assertThat(read().test().size()).isEqualTo(1);
    }

    @Test
    void aMalformedLineIsNamedWithFileLineAndText() throws IOException {
        write("train.txt", "0 1\n1 2 x3\n");
        write("test.txt", "");
        assertThatThrownBy(this::read).isInstanceOf(MalformedLine.class).hasMessageContaining("train.txt, line 2")
                .hasMessageContaining("'x3' is not an id").hasMessageContaining("'1 2 x3'");
    }

    @Test
    void aNegativeIdIsMalformed() throws IOException {
        write("train.txt", "0 1\n");
        write("test.txt", "\n0 -1\n");
        assertThatThrownBy(this::read).isInstanceOf(MalformedLine.class).hasMessageContaining("test.txt, line 2");
    }

    @Test
    void otherSplitsAreRefused() throws IOException {
        write("train.txt", "0 1\n");
        write("test.txt", "0 2\n");
        assertThatThrownBy(() -> DatasetFolder.read(folder, SplitRule.TIME, 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("brings its own split");
        assertThatThrownBy(() -> DatasetFolder.read(folder, SplitRule.COLD, 1))
                .hasMessageContaining("brings its own split, but was 'cold'");
    }
}

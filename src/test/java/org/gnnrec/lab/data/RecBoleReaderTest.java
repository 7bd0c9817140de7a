package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecBoleReaderTest {
    @TempDir
    private Path folder;

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void readsInteractionsItemsAndUsers() throws IOException {
        write("x.inter", """
                user_id:token\titem_id:token\trating:float\ttimestamp:float
                ann\ti2\t3\t8.5E2
                """);
        write("x.item", """
                item_id:token\tmovie_title:token_seq\trelease_year:token\tclass:token_seq
                i1\tA "Quote\t1995\tAnimation Children's
                i2\tB\t\t
                i3\tC\tunkonwn\t
                """);
        write("x.user", """
                user_id:token\tage:token
                bob\t24
                ann\t30
                """);
        Dataset data = DatasetFolder.read(folder, SplitRule.USER, 1);
        assertThat(data.userIds()).containsExactly("ann", "bob");
        assertThat(data.items()).containsExactly(new Item("i1", "A \"Quote", List.of("Animation", "Children's"), 1995),
                new Item("i2", "B", List.of(), null), new Item("i3", "C", List.of(), null));
        assertThat(data.train().itemsOf(0)).containsExactly(1);
        assertThat(data.train().degree(1)).isZero();
    }

    @Test
    void timesAreOptional() throws IOException {
        write("x.inter", "user_id:token\titem_id:token\n1\t2\n");
        assertThat(DatasetFolder.read(folder, SplitRule.USER, 1).items()).extracting(Item::id).containsExactly(2L);
        assertThatThrownBy(() -> DatasetFolder.read(folder, SplitRule.TIME, 1))
                .hasMessageContaining("1 of 1 interactions have no time");
    }

    @Test
    void anEmptyIdIsMalformed() throws IOException {
        write("x.inter", "user_id:token\titem_id:token\n1\t\n");
        assertThatThrownBy(() -> DatasetFolder.read(folder, SplitRule.USER, 1)).isInstanceOf(MalformedLine.class)
                .hasMessageContaining("x.inter, line 2: no item_id");
    }

    @Test
    void twoInteractionFilesAreOneTooMany() throws IOException {
        write("x.inter", "");
        write("y.inter", "");
        assertThatThrownBy(() -> DatasetFolder.read(folder, SplitRule.USER, 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("more than one file *.inter");
    }
}

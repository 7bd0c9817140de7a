package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdTableTest {
    private static List<Object> sorted(String... ids) {
        IdTable table = new IdTable();
        for (String id : ids) {
            table.indexOf(id);
        }
        return table.sortedIds(table.order());
    }

    @Test
    void anIdKeepsItsIndex() {
        IdTable table = new IdTable();
        assertThat(table.indexOf("b")).isZero();
        assertThat(table.indexOf("a")).isEqualTo(1);
        assertThat(table.indexOf("b")).isZero();
    }

    @Test
    void integersBecomeLongsInNumericOrder() {
        assertThat(sorted("10", "9", "0", "-3")).containsExactly(-3L, 0L, 9L, 10L);
    }

    @Test
    void oneLeadingZeroKeepsAllOfThemText() {
        assertThat(sorted("10", "07")).containsExactly("07", "10");
        assertThat(sorted("-0", "1")).containsExactly("1", "-0");
        assertThat(sorted("1234567890123456789", "1")).containsExactly("1", "1234567890123456789");
    }

    @Test
    void textIsOrderedShorterFirst() {
        assertThat(sorted("u10", "u2", "u1")).containsExactly("u1", "u2", "u10");
    }

    @Test
    void ranksInvertTheOrder() {
        assertThat(IdTable.ranks(new int[]{ 2, 0, 1 })).containsExactly(1, 2, 0);
    }
}

package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gnnrec.jobs.HeapLedger.Reservation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeapLedgerTest {
    private static final long HEAP = Runtime.getRuntime().maxMemory();
    private static final String PROPERTY = "gnnrec.loadedModels";

    @AfterEach
    void clear() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void whatACallReadsIsBoundedWellBelowTheHeap() {
        try (Reservation reading = HeapLedger.open("the training of model 'x'")) {
            reading.grow(HEAP / 2);
            assertThatThrownBy(() -> reading.grow(HEAP / 2)).isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the training of model 'x' holds " + MemoryGuard.readable(HEAP / 2))
                    .hasMessageEndingWith("Read less, or raise server.memory.heap.max_size");
            assertThat(HeapLedger.reserved()).isEqualTo(HEAP / 2);
        }
        assertThat(HeapLedger.reserved()).isZero();
    }

    @Test
    void twoTrainingsAreCountedTogether() {
        MemoryGuard half = new MemoryGuard(Map.of("training", HEAP * 6 / 10), 1, List.of());
        try (Reservation first = HeapLedger.open("one"); Reservation second = HeapLedger.open("two")) {
            first.hold(half);
            assertThat(second.beside(half).treeView())
                    .contains("other calls: " + MemoryGuard.readable(half.bytes() - HeapLedger.HOST_BYTES));
            assertThatThrownBy(() -> second.hold(half)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("other calls");
            first.close();
            assertThatCode(() -> second.hold(half)).doesNotThrowAnyException();
        }
    }

    @Test
    void modelsHaveAQuarterOfTheHeapUnlessThePropertySaysMore() {
        assertThat(HeapLedger.mostForModels()).isEqualTo(HEAP / 4);
        System.setProperty(PROPERTY, "3m");
        assertThat(HeapLedger.mostForModels()).isEqualTo(3L << 20);
        assertThatThrownBy(() -> HeapLedger.requireRoom("songs", (5L << 20) + 1))
                .hasMessage("model 'songs' takes 5 MiB of heap, but loaded models may take 3 MiB together. Set "
                        + "server.jvm.additional=-Dgnnrec.loadedModels=6m or more");
        System.setProperty(PROPERTY, "much");
        assertThatThrownBy(HeapLedger::mostForModels)
                .hasMessageContaining("gnnrec.loadedModels must be a size such as 512m or 2g but is 'much'");
    }

    @Test
    void modelsLeaveTheRoomThatRunningCallsHold() {
        try (Reservation training = HeapLedger.open("one")) {
            training.hold(new MemoryGuard(Map.of("training", HEAP * 85 / 100 + HeapLedger.HOST_BYTES), 1, List.of()));
            assertThat(HeapLedger.roomForModels()).isLessThan(HEAP * 15 / 100);
            assertThatThrownBy(() -> HeapLedger.requireRoom("songs", HEAP / 5))
                    .hasMessageContaining("calls that run now hold").hasMessageContaining("Ask again");
        }
    }
}

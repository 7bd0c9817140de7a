package org.gnnrec.lab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LiveHeapTest {
    @Test
    void readsTheTotalOfAClassHistogram() {
        String histogram = """
                4242:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:          1000       80000000  [F (java.base@25)
                   2:            20            640  org.example.Total
                Total          1020       80000640
                """;
        assertThat(LiveHeap.totalBytes(histogram)).isEqualTo(80_000_640);
    }

    @Test
    void aRefusedHistogramShowsItsFirstLine() {
        assertThatThrownBy(() -> LiveHeap.totalBytes("com.sun.AttachNotSupportedException: no\nmore"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("AttachNotSupportedException");
    }

    @Test
    void samplesALivingProcess() throws InterruptedException {
        LiveHeap heap = new LiveHeap(ProcessHandle.current().pid());
        heap.watch();
        heap.sample();
        heap.close();
        assertThat(heap.largest()).isGreaterThan(1 << 20);
    }
}

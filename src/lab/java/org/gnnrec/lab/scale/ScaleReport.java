package org.gnnrec.lab.scale;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import java.util.Locale;
import java.util.Map;

/** What a run measured, written as one flat JSON object. */
public record ScaleReport(@JsonUnwrapped Size size, @JsonUnwrapped Times times, @JsonUnwrapped Memory memory,
        @JsonUnwrapped Ground ground) {

    /** The graph and how often it was gone through. */
    record Size(long users, long items, long relationships, long epochs, long nodePropertiesWritten) {}

    /**
     * Wall times; the server's clock tells project, train and write, this JVM's the others.
     *
     * @param estimateMillis {@code gnnrec.train.estimate} right after the start: a projection by cold caches
     * @param projectMillis the projection of the training
     * @param recommendP50Millis what one client waits for a list of 20 over Bolt
     */
    record Times(long generateMillis, long importMillis, long estimateMillis, long projectMillis, long trainMillis,
            long writeMillis, double recommendP50Millis, double recommendP99Millis) {}

    /**
     * In bytes.
     *
     * @param estimatedBytes what {@code gnnrec.train.estimate} said, and what it stands for, the live heap in training
     * @param storeBytes the store after the import, without logs
     * @param writtenStoreBytes the store after the training
     * @param logBytes transaction logs after the training
     */
    record Memory(String heap, String pageCache, long estimatedBytes, long liveHeapBytes, long storeBytes,
            long writtenStoreBytes, long logBytes) {}

    /** On what it ran. */
    record Ground(long seed, Map<String, Object> configuration, Map<String, Object> versions, String cpu) {}

    /** For people: a few lines. */
    String summary() {
        return String.format(Locale.ROOT,
                """
                        %,d users, %,d items, %,d relationships; %d epochs; %,d properties written
                        generate %.1f s, import %.1f s, estimate %.1f s, project %.1f s, train %.1f s, write %.1f s; recommend p50 %.2f ms, p99 %.2f ms
                        heap %s, estimated %,d MiB, live %,d MiB; page cache %s; store %,d MiB, then %,d MiB, logs %,d MiB
                        """,
                size.users, size.items, size.relationships, size.epochs, size.nodePropertiesWritten,
                times.generateMillis / 1e3, times.importMillis / 1e3, times.estimateMillis / 1e3,
                times.projectMillis / 1e3, times.trainMillis / 1e3, times.writeMillis / 1e3,
                times.recommendP50Millis, times.recommendP99Millis, memory.heap,
                memory.estimatedBytes >> 20, memory.liveHeapBytes >> 20, memory.pageCache, memory.storeBytes >> 20,
                memory.writtenStoreBytes >> 20, memory.logBytes >> 20);
    }
}

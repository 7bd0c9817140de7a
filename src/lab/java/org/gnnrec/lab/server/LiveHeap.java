package org.gnnrec.lab.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The live set of another JVM: bytes of its reachable objects by {@code jcmd PID GC.class_histogram}, which collects
 * first and so stops that JVM for some tenths of a second. {@link #watch} therefore samples at growing intervals: 2, 4,
 * 8, ... seconds apart, about nine times in twenty minutes.
 */
public final class LiveHeap implements AutoCloseable {
    private static final long FIRST_WAIT_SECONDS = 2;
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private final long pid;
    private Thread watcher;
    private volatile RuntimeException failure;
    private long largest;

    public LiveHeap(long pid) {
        this.pid = pid;
    }

    /** Samples from a thread of its own until closed. */
    public void watch() {
        watcher = new Thread(this::sampleUntilInterrupted, "gnnrec-live-heap");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void sampleUntilInterrupted() {
        try {
            for (long wait = FIRST_WAIT_SECONDS;; wait *= 2) {
                TimeUnit.SECONDS.sleep(wait);
                sample();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** One sample, in bytes. */
    public synchronized long sample() throws InterruptedException {
        long bytes = totalBytes(histogram());
        largest = Math.max(largest, bytes);
        return bytes;
    }

    /** The largest of the samples so far, in bytes. */
    public synchronized long largest() {
        return largest;
    }

    static long totalBytes(String histogram) {
        Matcher matcher = TOTAL.matcher(histogram);
        if (!matcher.find()) {
            throw new IllegalStateException("no total in the class histogram: " + histogram.lines().findFirst());
        }
        return Long.parseLong(matcher.group(1));
    }

    /** Through a file: the process stands still until the last line is out, so nothing may slow the writing. */
    private String histogram() throws InterruptedException {
        try {
            Path output = Files.createTempFile("gnnrec-histogram", ".txt");
            try {
                new ProcessBuilder(jcmd(), String.valueOf(pid), "GC.class_histogram").redirectErrorStream(true)
                        .redirectOutput(output.toFile()).start().waitFor();
                return Files.readString(output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside the java that runs the process: attaching wants the same JDK. */
    private String jcmd() {
        String java = ProcessHandle.of(pid).flatMap(process -> process.info().command())
                .orElseThrow(() -> new IllegalStateException("process " + pid + " is not running"));
        return Path.of(java).resolveSibling("jcmd").toString();
    }

    /** Ends the watch; a sample under way is finished first. */
    @Override
    public void close() {
        watcher.interrupt();
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}

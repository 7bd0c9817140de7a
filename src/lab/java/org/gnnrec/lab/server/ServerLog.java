package org.gnnrec.lab.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads a server's console on a thread of its own and waits for the line that says it has started. */
final class ServerLog {
    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch startedOrEnded = new CountDownLatch(1);
    private volatile boolean started;

    static ServerLog of(Process process) {
        ServerLog log = new ServerLog();
        Thread reader = new Thread(() -> log.read(process), "server-log");
        reader.setDaemon(true);
        reader.start();
        return log;
    }

    private void read(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                accept(line);
            }
        } catch (IOException e) {
            write(new UncheckedIOException(e).toString());
        }
        startedOrEnded.countDown();
    }

    private void accept(String line) {
        write(line);
        if (line.endsWith(" Started.")) {
            started = true;
            startedOrEnded.countDown();
        }
    }

    private synchronized void write(String line) {
        text.append(line).append('\n');
    }

    /** Returns when the server has started; fails with its console where it ended or the time is over. */
    void awaitStart(Process process, Duration limit) throws InterruptedException {
        boolean inTime = startedOrEnded.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!started) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    (inTime ? "the server ended at its start" : "the server did not start within " + limit) + ":\n"
                            + text());
        }
    }

    synchronized String text() {
        return text.toString();
    }
}

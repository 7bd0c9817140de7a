package org.gnnrec.lab.endure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.lab.server.LiveHeap;
import org.gnnrec.lab.server.Neo4jServer;

/**
 * What a server's process holds at one moment, as Linux tells it.
 *
 * @param temporaryFiles in the folder {@code tmp} of its home
 */
record Resources(long liveHeapBytes, long threads, long handles, long temporaryFiles) {

    /** What may be more afterwards. The pools of Neo4j grow and shrink by some threads, its store by some files. */
    static final Resources TOLERANCE = new Resources(20 << 20, 12, 24, 0);

    /** Stops the server for some tenths of a second, to count its reachable objects. */
    static Resources of(Neo4jServer server) throws InterruptedException, IOException {
        long live = new LiveHeap(server.pid()).sample();
        Path process = Path.of("/proc", String.valueOf(server.pid()));
        return new Resources(live, count(process.resolve("task")), count(process.resolve("fd")),
                temporaryFiles(server.home().resolve("tmp")));
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }

    private static long temporaryFiles(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile).count();
        }
    }

    /** What the later one has more of than the tolerance allows, in words. */
    List<String> growth(Resources later, Resources tolerance) {
        List<String> grown = new ArrayList<>();
        compare("live heap bytes", liveHeapBytes, later.liveHeapBytes, tolerance.liveHeapBytes, grown);
        compare("threads", threads, later.threads, tolerance.threads, grown);
        compare("file handles", handles, later.handles, tolerance.handles, grown);
        compare("temporary files", temporaryFiles, later.temporaryFiles, tolerance.temporaryFiles, grown);
        return grown;
    }

    private static void compare(String what, long before, long after, long allowed, List<String> grown) {
        if (after > before + allowed) {
            grown.add(what + " grew from " + before + " to " + after + ", by more than " + allowed);
        }
    }

    /** For people. */
    String summary() {
        return (liveHeapBytes >> 20) + " MiB live, " + threads + " threads, " + handles + " handles, " + temporaryFiles
                + " temporary files";
    }
}

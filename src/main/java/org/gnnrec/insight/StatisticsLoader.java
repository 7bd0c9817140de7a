package org.gnnrec.insight;

import java.io.IOException;

import org.gnnrec.nested.NestedClassLoader;
import org.gnnrec.nested.NestedJars;

/**
 * Loads Hipparchus on first use. Our jar holds it as nested jars, hidden from the class scan of Neo4j. They are
 * unpacked once to a folder below {@code java.io.tmpdir} (2.3 MB) and opened by a class loader of their own.
 */
final class StatisticsLoader {
    private static final String FOLDER = "hipparchus";
    private static final String PACKAGE = "org.gnnrec.insight.hipparchus";

    private StatisticsLoader() {}

    /** Loads on first use. It keeps a failure, so that every caller reads its message. */
    private static final class Loaded {
        static final Statistics STATISTICS;
        static final Exception FAILURE;

        static {
            Statistics statistics = null;
            Exception failure = null;
            try {
                statistics = load();
            } catch (IOException | ReflectiveOperationException e) {
                failure = e;
            }
            STATISTICS = statistics;
            FAILURE = failure;
        }

        private Loaded() {}
    }

    static Statistics statistics() {
        if (Loaded.FAILURE != null) {
            throw new IllegalStateException("Hipparchus, which finds communities, does not load: " + Loaded.FAILURE
                    + ". It is unpacked below " + System.getProperty("java.io.tmpdir")
                    + ": make room there, or set -Djava.io.tmpdir, then start the server again");
        }
        return Loaded.STATISTICS;
    }

    private static Statistics load() throws IOException, ReflectiveOperationException {
        ClassLoader loader = new NestedClassLoader(FOLDER, PACKAGE,
                NestedJars.jars(NestedJars.unpack(FOLDER, ".jar")));
        return (Statistics) loader.loadClass(PACKAGE + ".HipparchusStatistics").getConstructor().newInstance();
    }
}

package org.gnnrec.lab.program;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of every program. A program that mixes them in takes each of its options from Maven too. */
@Command(mixinStandardHelpOptions = true, sortOptions = false, defaultValueProvider = MavenProperties.class)
public final class RunOptions {
    @Option(names = "--heap", description = "the server's heap, default ${DEFAULT-VALUE}")
    private String heap;
    @Option(names = "--seed", defaultValue = "42", description = "of all that is drawn at random, default ${DEFAULT-VALUE}")
    private long seed;

    /** @param heap the default, in the JVM's words */
    public RunOptions(String heap) {
        this.heap = heap;
    }

    public String heap() {
        return heap;
    }

    public long seed() {
        return seed;
    }
}

package org.gnnrec.lab.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.DatasetFolder;
import org.gnnrec.lab.data.SampleGenerator;
import org.gnnrec.lab.data.SplitRule;
import org.gnnrec.lab.program.FailureReport;
import org.gnnrec.lab.program.RunOptions;
import org.gnnrec.lab.server.RunningServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The demonstration, {@code mvn -Pdemo}: from an empty Neo4j to recommendations in a minute or two. */
@Command(name = "demo", description = {
        "Starts a real Neo4j, loads a generated sample, trains, and shows what is recommended.",
        "Each option may be given as a system property: -Dserve." })
public final class Demo implements Callable<Integer> {
    @Spec
    private CommandSpec spec;
    @Option(names = "--data", paramLabel = "DIR", description = "data in LightGCN's, MovieLens' or RecBole's form instead of the sample")
    private Path data;
    @Option(names = "--serve", description = "stay up after the show, until Enter or Ctrl-C")
    private boolean serve;
    @Option(names = "--users", defaultValue = "3", description = "how many users to recommend to, default ${DEFAULT-VALUE}")
    private int users;
    @Mixin
    private final RunOptions options = new RunOptions("2g");

    public static CommandLine commandLine() {
        return new CommandLine(new Demo()).setExecutionExceptionHandler(new FailureReport());
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Dataset dataset = dataset();
        out.printf(Locale.ROOT, "gnnrec: a recommender that is trained and served inside Neo4j%n%n");
        out.printf(Locale.ROOT, "Starting Neo4j: ");
        long start = System.nanoTime();
        try (RunningServer running = RunningServer
                .start(server -> server.withHeap(options.heap()).withVectorApi(true))) {
            out.printf(Locale.ROOT, "up in %.1f s.%n", (System.nanoTime() - start) / 1e9);
            new DemoRun(dataset, out).tell(running, users, options.seed());
            if (serve) {
                out.printf(Locale.ROOT, "Try CALL gnnrec.recommend(%s, 10). Enter or Ctrl-C stops the server.%n",
                        literal(dataset));
                awaitEnter();
            }
        }
        out.printf(Locale.ROOT,
                serve ? "Neo4j is stopped.%n" : "Neo4j is stopped; with -Dserve it stays up for your own queries.%n");
        return 0;
    }

    private Dataset dataset() throws IOException {
        return data == null
                ? SampleGenerator.generate(options.seed())
                : DatasetFolder.read(data, SplitRule.USER, options.seed());
    }

    private static String literal(Dataset dataset) {
        Object user = dataset.userIds().get(0);
        return user instanceof String ? "'" + user + "'" : String.valueOf(user);
    }

    /** Without a terminal there is no Enter: the end of input means to stay until the process is ended. */
    private static void awaitEnter() throws IOException, InterruptedException {
        if (System.in.read() < 0) {
            new CountDownLatch(1).await();
        }
    }
}

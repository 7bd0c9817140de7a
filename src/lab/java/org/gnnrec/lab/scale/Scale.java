package org.gnnrec.lab.scale;

import java.util.concurrent.Callable;

import org.gnnrec.lab.data.PowerLawGraph;
import org.gnnrec.lab.program.FailureReport;
import org.gnnrec.lab.program.ReportOptions;
import org.gnnrec.lab.program.RunOptions;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The run at size, {@code mvn -Pscale -Drelationships=10000000}. */
@Command(name = "scale", description = {
        "Makes a graph of any size, imports it into a real server, trains on it and says what that took.",
        "Each option may be given as a system property: -Drelationships=1000000." })
public final class Scale implements Callable<Integer> {
    @Spec
    private CommandSpec spec;
    @Option(names = "--relationships", defaultValue = "1000000", description = "about how many, default ${DEFAULT-VALUE}")
    private long relationships;
    @Option(names = "--users", paramLabel = "N", description = "default: a tenth of the relationships")
    private Integer users;
    @Option(names = "--items", paramLabel = "N", description = "default: a fiftieth of the relationships")
    private Integer items;
    @Option(names = "--orders", description = "put orders of five items between users and items, and read them by a pattern")
    private boolean orders;
    @Option(names = "--pageCache", defaultValue = "1g", description = "the server's page cache, default ${DEFAULT-VALUE}")
    private String pageCache;
    @Mixin
    private final ReportOptions reporting = new ReportOptions();
    @Mixin
    private final RunOptions options = new RunOptions("4g");

    public static CommandLine commandLine() {
        return new CommandLine(new Scale()).setExecutionExceptionHandler(new FailureReport());
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    @Override
    public Integer call() throws Exception {
        CommandLine line = spec.commandLine();
        ScaleReport report = new ScaleRun(graph(), orders, reporting.config(), options.heap(), pageCache, line.getErr())
                .run();
        reporting.deliver(line, report.summary(), report);
        return 0;
    }

    PowerLawGraph graph() {
        return new PowerLawGraph(users == null ? Math.toIntExact(relationships / 10) : users,
                items == null ? Math.toIntExact(relationships / 50) : items, relationships,
                options.seed());
    }
}

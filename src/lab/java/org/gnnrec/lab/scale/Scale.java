package org.gnnrec.lab.scale;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.gnnrec.lab.program.FailureReport;
import org.gnnrec.lab.program.MavenProperties;
import org.gnnrec.lab.program.RunJson;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The run at size, {@code mvn -Pscale -Drelationships=10000000}. */
@Command(name = "scale", mixinStandardHelpOptions = true, sortOptions = false, defaultValueProvider = MavenProperties.class, description = {
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
    @Option(names = "--config", defaultValue = "{}", paramLabel = "JSON", description = "training keys, merged over one epoch of one hop")
    private String config;
    @Option(names = "--heap", defaultValue = "4g", description = "the server's heap, default ${DEFAULT-VALUE}")
    private String heap;
    @Option(names = "--pageCache", defaultValue = "1g", description = "the server's page cache, default ${DEFAULT-VALUE}")
    private String pageCache;
    @Option(names = "--seed", defaultValue = "42", description = "of graph and training, default ${DEFAULT-VALUE}")
    private long seed;
    @Option(names = "--json", paramLabel = "FILE", description = "where the JSON goes; without it, to standard output")
    private Path json;

    public static CommandLine commandLine() {
        return new CommandLine(new Scale()).setExecutionExceptionHandler(new FailureReport());
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    @Override
    public Integer call() throws Exception {
        CommandLine line = spec.commandLine();
        ScaleReport report = new ScaleRun(graph(), RunJson.parse(config), heap, pageCache, line.getErr()).run();
        RunJson.deliver(line, report.summary(), report, json);
        return 0;
    }

    PowerLawGraph graph() {
        return new PowerLawGraph(users == null ? Math.toIntExact(relationships / 10) : users,
                items == null ? Math.toIntExact(relationships / 50) : items, relationships, seed);
    }
}

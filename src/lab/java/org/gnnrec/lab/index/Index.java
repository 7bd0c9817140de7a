package org.gnnrec.lab.index;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.DatasetFolder;
import org.gnnrec.lab.data.PowerLawGraph;
import org.gnnrec.lab.data.SplitRule;
import org.gnnrec.lab.data.UnsoldCatalog;
import org.gnnrec.lab.program.FailureReport;
import org.gnnrec.lab.program.ReportOptions;
import org.gnnrec.lab.program.RunOptions;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The recall of the vector index, {@code mvn -Pindex -Ddata=DIR -Djson=FILE}. */
@Command(name = "index", description = {
        "Trains in a real server and compares what the vector index finds with what gnnrec.recommend finds.",
        "Each option may be given as a system property: -Ddata=DIR." })
public final class Index implements Callable<Integer> {
    private static final int RELATIONSHIPS_OF_A_USER = 25;

    @Spec
    private CommandSpec spec;
    @Option(names = "--data", paramLabel = "DIR", description = "data in LightGCN's, MovieLens' or RecBole's form; without it, a catalog is made")
    private Path data;
    @Option(names = "--items", paramLabel = "N", defaultValue = "40000", description = "items of the catalog to make, default ${DEFAULT-VALUE}")
    private int items;
    @Option(names = "--sold", paramLabel = "N", defaultValue = "5000", description = "how many of them have interactions, default ${DEFAULT-VALUE}")
    private int sold;
    @Option(names = "--users", paramLabel = "N", defaultValue = "20000", description = "its users, default ${DEFAULT-VALUE}")
    private int users;
    @Option(names = "--asked", paramLabel = "N", defaultValue = "500", description = "for how many users and items to ask, default ${DEFAULT-VALUE}")
    private int asked;
    @Option(names = "--hnsw", split = ",", paramLabel = "M:EF_CONSTRUCTION", description = "parameters of more indexes to measure, beside gnnrec's")
    private List<HnswSettings> others = List.of();
    @Mixin
    private final ReportOptions reporting = new ReportOptions();
    @Mixin
    private final RunOptions options = new RunOptions("4g");

    static CommandLine commandLine() {
        return new CommandLine(new Index()).registerConverter(HnswSettings.class, HnswSettings::parse)
                .setExecutionExceptionHandler(new FailureReport());
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    @Override
    public Integer call() throws Exception {
        CommandLine line = spec.commandLine();
        IndexReport report = new IndexRun(dataset(), reporting.config(), others, asked, options, line.getErr()).run();
        reporting.deliver(line, report.summary(), report);
        return 0;
    }

    private Dataset dataset() {
        if (data != null) {
            return DatasetFolder.read(data, SplitRule.USER, options.seed());
        }
        PowerLawGraph graph = new PowerLawGraph(users, sold, (long) RELATIONSHIPS_OF_A_USER * users, options.seed());
        return new UnsoldCatalog(graph, items).dataset();
    }
}

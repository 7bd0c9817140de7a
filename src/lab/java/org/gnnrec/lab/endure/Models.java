package org.gnnrec.lab.endure;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gnnrec.lab.program.ReportOptions;
import org.gnnrec.lab.program.RunOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The run {@code -Drun=models}. */
@Command(name = "models", description = "Trains many models on one server and asks all of them in turn.")
final class Models implements Callable<Integer> {
    @Spec
    private CommandSpec spec;
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "data in LightGCN's, MovieLens' or RecBole's form")
    private Path data;
    @Option(names = "--count", defaultValue = "20", description = "how many models, default ${DEFAULT-VALUE}")
    private int count;
    @Mixin
    private final ReportOptions reporting = new ReportOptions();
    @Mixin
    private final RunOptions options = new RunOptions("1g");

    @Override
    public Integer call() throws Exception {
        CommandLine line = spec.commandLine();
        ModelsRun.Plan plan = new ModelsRun.Plan(data, count, options.seed(), options.heap(), reporting.config());
        ModelsReport report = new ModelsRun(plan, new Violations("models", line.getErr())).run();
        reporting.deliver(line, report.summary(), report);
        return Violations.exitCode(report.violations());
    }
}

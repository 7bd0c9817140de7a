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

/** The run {@code -Drun=soak}. */
@Command(name = "soak", description = "Reads, writes, trains and drops for a long time and watches what the server holds.")
final class Soak implements Callable<Integer> {
    @Spec
    private CommandSpec spec;
    @Option(names = "--minutes", defaultValue = "30", description = "how long, at least 2, default ${DEFAULT-VALUE}")
    private int minutes;
    @Option(names = "--plot", paramLabel = "FILE", description = "where the curves go, as SVG; without it there are none")
    private Path plot;
    @Mixin
    private final ReportOptions reporting = new ReportOptions();
    @Mixin
    private final RunOptions options = new RunOptions("1g");

    @Override
    public Integer call() throws Exception {
        if (minutes < 2) {
            throw new IllegalArgumentException("minutes must be at least 2 but was " + minutes);
        }
        CommandLine line = spec.commandLine();
        SoakRun.Plan plan = new SoakRun.Plan(minutes, options.seed(), options.heap(), reporting.config());
        SoakReport report = new SoakRun(plan, new Violations("soak", line.getErr())).run();
        if (plot != null) {
            SoakPlot.write(report, plot);
        }
        reporting.deliver(line, report.summary(), report);
        return Violations.exitCode(report.violations());
    }
}

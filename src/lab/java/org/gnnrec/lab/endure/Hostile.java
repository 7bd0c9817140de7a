package org.gnnrec.lab.endure;

import java.util.concurrent.Callable;
import org.gnnrec.lab.program.ReportOptions;
import org.gnnrec.lab.program.RunOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The run {@code -Drun=hostile}. */
@Command(name = "hostile", description = "Calls that mean harm and stored models that are damaged, beside calls that must succeed.")
final class Hostile implements Callable<Integer> {
    @Spec
    private CommandSpec spec;
    @Option(names = "--calls", defaultValue = "1000", description = "how many calls, default ${DEFAULT-VALUE}")
    private int calls;
    @Mixin
    private final ReportOptions reporting = new ReportOptions();
    @Mixin
    private final RunOptions options = new RunOptions("1g");

    @Override
    public Integer call() throws Exception {
        CommandLine line = spec.commandLine();
        HostileRun.Plan plan = new HostileRun.Plan(calls, options.seed(), options.heap(), reporting.config());
        HostileReport report = new HostileRun(plan, new Violations("hostile", line.getErr())).run();
        reporting.deliver(line, report.summary(), report);
        return Violations.exitCode(report.violations());
    }
}

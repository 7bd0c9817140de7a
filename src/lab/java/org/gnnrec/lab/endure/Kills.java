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

/** The run {@code -Drun=kills}. */
@Command(name = "kills", description = "Kills a server at random moments of its work and checks what it has after each restart.")
final class Kills implements Callable<Integer> {
    @Spec
    private CommandSpec spec;
    @Option(names = "--times", defaultValue = "40", description = "how many kills, default ${DEFAULT-VALUE}")
    private int times;
    @Mixin
    private final ReportOptions reporting = new ReportOptions();
    @Mixin
    private final RunOptions options = new RunOptions("1g");

    @Override
    public Integer call() throws Exception {
        CommandLine line = spec.commandLine();
        Violations violations = new Violations("kills", line.getErr());
        KillsReport report = new KillsRun(new KillsRun.Plan(times, options.seed(), options.heap(), reporting.config()),
                violations).run();
        reporting.deliver(line, report.summary(), report);
        return Violations.exitCode(report.violations());
    }
}

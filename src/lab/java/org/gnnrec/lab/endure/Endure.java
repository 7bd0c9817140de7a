package org.gnnrec.lab.endure;

import org.gnnrec.lab.program.FailureReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The endurance runs, {@code mvn -Pendure -Drun=kills}. */
@Command(name = "endure", mixinStandardHelpOptions = true, subcommands = { Kills.class, Hostile.class, Models.class,
        Soak.class }, description = {
                "Wears a real server down and checks that nothing breaks. The exit code is 1 where something did.",
                "Each option of a run may be given as a system property: -Dtimes=40." })
public final class Endure {
    private Endure() {}

    public static CommandLine commandLine() {
        return new CommandLine(new Endure()).setExecutionExceptionHandler(new FailureReport());
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }
}

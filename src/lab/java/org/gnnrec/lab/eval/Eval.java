package org.gnnrec.lab.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gnnrec.lab.data.SplitRule;
import org.gnnrec.lab.program.FailureReport;
import org.gnnrec.lab.program.ReportOptions;
import org.gnnrec.lab.program.RunOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The evaluation run, {@code mvn -Peval -Ddata=DIR -Djson=FILE}. */
@Command(name = "eval", description = {
        "Trains on a data set in a real server, scores the model on its test interactions and writes one JSON object.",
        "Each option may be given as a system property: -Ddata=DIR." })
public final class Eval implements Callable<Integer> {
    @Spec
    private CommandSpec spec;
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "data in LightGCN's, MovieLens' or RecBole's form")
    private Path data;
    @Option(names = "--modelType", defaultValue = "lightgcn", description = "default: ${DEFAULT-VALUE}")
    private String modelType;
    @Option(names = "--fit", defaultValue = "train", description = "train (default) or train+valid: go on from there with both")
    private FitParts fit;
    @Option(names = "--split", defaultValue = "user", description = "user (default), time or cold, where the data brings no split")
    private SplitRule split;
    @Option(names = "--kernels", defaultValue = "vector", description = "vector (default) or scalar")
    private KernelChoice kernels;
    @Option(names = "--curve", description = "test recall by epochs, by further trainings")
    private boolean curve;
    @Option(names = "--warm", description = "a warm start with a twentieth of the training interactions new, beside the full run")
    private boolean warm;
    @Option(names = "--gds", description = "GDS in the server, and its FastRP beside the model")
    private boolean gds;
    @Mixin
    private final ReportOptions reporting = new ReportOptions();
    @Mixin
    private final RunOptions options = new RunOptions("4g");

    static CommandLine commandLine() {
        return new CommandLine(new Eval()).registerConverter(FitParts.class, FitParts::parse)
                .registerConverter(SplitRule.class, SplitRule::parse)
                .registerConverter(KernelChoice.class, KernelChoice::parse)
                .setExecutionExceptionHandler(new FailureReport());
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine line = spec.commandLine();
        EvalReport report = new EvalRun(plan(), line.getErr()).run();
        reporting.deliver(line, report.summary(), report);
        return 0;
    }

    EvalPlan plan() {
        return new EvalPlan(data, modelType, reporting.config(), fit, split, kernels,
                new EvalPlan.Extras(curve, warm, gds), options.heap(), options.seed());
    }
}

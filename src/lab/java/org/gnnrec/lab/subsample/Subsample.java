package org.gnnrec.lab.subsample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gnnrec.lab.data.DatasetFolder;
import org.gnnrec.lab.data.SplitRule;
import org.gnnrec.lab.program.FailureReport;
import org.gnnrec.lab.program.MavenProperties;
import org.gnnrec.lab.program.ReportOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The run over subsamples, {@code mvn -Psubsample -Ddata=DIR -Djson=FILE}. */
@Command(name = "subsample", mixinStandardHelpOptions = true, sortOptions = false, defaultValueProvider = MavenProperties.class, description = {
        "Trains model types on random parts of a data set, without a server, and compares them and baselines on test.",
        "Each option may be given as a system property: -Ddata=DIR." })
public final class Subsample implements Callable<Integer> {
    @Spec
    private CommandSpec spec;
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "data in LightGCN's, MovieLens' or RecBole's form")
    private Path data;
    @Option(names = "--modelTypes", split = ",", defaultValue = "lightgcn,spectral,sparse,blend", description = "default: ${DEFAULT-VALUE}")
    private List<String> modelTypes;
    @Option(names = "--samples", defaultValue = "10", description = "default: ${DEFAULT-VALUE}")
    private int samples;
    @Option(names = "--share", defaultValue = "0.6", description = "of the users, the items or the interactions that a sample keeps, in turn; default: ${DEFAULT-VALUE}")
    private double share;
    @Option(names = "--seed", defaultValue = "42", description = "of the split, the samples and the trainings, default ${DEFAULT-VALUE}")
    private long seed;
    @Mixin
    private final ReportOptions reporting = new ReportOptions();

    /** The program with its options. */
    public static CommandLine commandLine() {
        return new CommandLine(new Subsample()).setExecutionExceptionHandler(new FailureReport());
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = spec.commandLine();
        requireShare();
        Contest contest = new Contest(modelTypes, reporting.config(), seed);
        SubsampleReport report = SubsampleReport.of(data.getFileName().toString(), share, seed,
                new Sampling(DatasetFolder.read(data, SplitRule.USER, seed), share, seed).take(samples)
                        .map(contest::run).peek(scores -> line.getErr().println(scores.summary())).toList());
        reporting.deliver(line, report.summary(), report);
        return 0;
    }

    private void requireShare() {
        if (!(share > 0 && share <= 1) || samples < 1) {
            throw new IllegalArgumentException("share must be above 0 and at most 1, and samples at least 1, but were "
                    + share + " and " + samples);
        }
    }
}

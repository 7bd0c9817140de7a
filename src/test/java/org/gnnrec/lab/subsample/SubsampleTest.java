package org.gnnrec.lab.subsample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.lab.data.DatasetFolder;
import org.gnnrec.lab.data.Part;
import org.gnnrec.lab.data.SplitRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SubsampleTest {
    private static final int USERS = 60;
    private static final int ITEMS = 40;
    @TempDir
    private Path folder;

    /** Each user has the items of one of four kinds, but each misses some. */
    @BeforeEach
    void writeData() throws IOException {
        write("train.txt", 0, 5);
        write("valid.txt", 5, 7);
        write("test.txt", 7, 9);
    }

    private void write(String name, int from, int to) throws IOException {
        Files.write(folder.resolve(name), IntStream.range(0, USERS).mapToObj(user -> user + " " + items(user, from, to))
                .toList());
    }

    private static String items(int user, int from, int to) {
        return String.join(" ", IntStream.range(from, to)
                .mapToObj(n -> String.valueOf(user % 4 + 4 * ((user / 4 * 3 + n) % (ITEMS / 4)))).toList());
    }

    @Test
    void everyModelAndBaselineIsScoredOnEverySample() throws IOException {
        Path json = folder.resolve("out.json");
        StringWriter out = new StringWriter();
        CommandLine line = Subsample.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        int code = line.execute("--data=" + folder, "--modelTypes=sparse,spectral", "--samples=3", "--json=" + json);
        assertThat(code).as(out.toString()).isZero();
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("samples")).hasSize(3);
        for (JsonNode sample : report.get("samples")) {
            assertThat(sample.get("ndcgAt20").fieldNames()).toIterable().containsExactly("sparse", "spectral",
                    "itemKnn", "rp3beta", "popularity");
            assertThat(sample.get("ndcgAt20").get("sparse").asDouble())
                    .isGreaterThan(sample.get("ndcgAt20").get("popularity").asDouble());
        }
        assertThat(report.get("standings").get("popularity").get("meanRegret").asDouble()).isPositive();
        assertThat(out.toString()).contains("3 samples of 60 %").contains("sample 2 of interactions");
    }

    @Test
    void aShareOutOfRangeIsRefused() {
        StringWriter err = new StringWriter();
        CommandLine line = Subsample.commandLine().setErr(new PrintWriter(err));
        assertThat(line.execute("--data=" + folder, "--share=1.5")).isEqualTo(1);
        assertThat(err.toString()).contains("share must be above 0 and at most 1").contains("1.5");
    }

    @Test
    void samplesKeepAShareOfUsersItemsAndInteractionsInTurn() throws IOException {
        var data = DatasetFolder.read(folder, SplitRule.USER, 1);
        CsrGraph train = data.graph(List.of(Part.TRAIN));
        List<Sampling.Parts> parts = new Sampling(data, 0.5, 7).take(3).toList();
        assertThat(parts.get(0).train().rowCount()).isEqualTo(USERS / 2);
        assertThat(parts.get(0).test().rowCount()).isEqualTo(USERS / 2);
        assertThat(parts.get(0).train().edgeCount()).isEqualTo(5 * USERS / 2);
        assertThat(columns(parts.get(1).train())).hasSizeLessThanOrEqualTo(ITEMS / 2)
                .containsAll(columns(parts.get(1).test()));
        assertThat(parts.get(2).train().edgeCount()).isBetween(train.edgeCount() / 3, 2 * train.edgeCount() / 3);
        assertThat(parts.get(2).test().sameEdges(data.graph(List.of(Part.TEST)))).isTrue();
        Stream<Sampling.Parts> again = new Sampling(data, 0.5, 7).take(3);
        assertThat(again.map(sample -> sample.train().sameEdges(parts.get(sample.number()).train())))
                .containsOnly(true);
    }

    private static List<Integer> columns(CsrGraph graph) {
        return IntStream.of(graph.neighbors()).distinct().sorted().boxed().toList();
    }
}

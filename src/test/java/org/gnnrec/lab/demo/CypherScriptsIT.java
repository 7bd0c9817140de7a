package org.gnnrec.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.Interactions;
import org.gnnrec.lab.data.SampleGenerator;
import org.gnnrec.lab.server.Neo4jServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** The scripts in {@code cypher/}, run in order as they stand. */
class CypherScriptsIT {
    private static final Path SCRIPTS = Path.of("cypher");
    private static final int USERS = 300;

    @Test
    void theScriptsLoadTrainRecommendAndEvaluate(@TempDir Path home) throws IOException {
        Dataset sample = SampleGenerator.generate(1);
        writeCsv(sample, Files.createDirectories(home.resolve("import")));
        // As the neo4j.conf of the distribution has it; without it file:/// is the root of the machine.
        try (Neo4jServer server = Neo4jServer.at(home).withConf("server.directories.import", "import").start();
                Session session = server.driver().session()) {
            run(session, "01-constraints.cypher");
            run(session, "02-load.cypher");
            assertThat(count(session, "INTERACTED")).isEqualTo(count(sample.train()) + count(sample.valid()));
            assertThat(count(session, "HELD_OUT")).isEqualTo(count(sample.test())).isPositive();
            run(session, "03-train.cypher");
            assertThat(run(session, "04-recommend.cypher")).hasSize(10)
                    .allSatisfy(row -> assertThat(row.get("title").isNull()).isFalse());
            assertThat(run(session, "05-evaluate.cypher")).extracting(row -> row.get("model").asString())
                    .contains("popularity", "itemKnn", "rp3beta");
        }
    }

    @Test
    void everyStatementEndsWithASemicolonAndEveryScriptSaysWhatItIsFor() throws IOException {
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            assertThat(scripts).hasSize(5).allSatisfy(
                    script -> assertThat(Files.readString(script)).startsWith("// ").endsWith(";\n"));
        }
    }

    /** The rows of the last statement. */
    private static List<Record> run(Session session, String script) throws IOException {
        String code = Files.readAllLines(SCRIPTS.resolve(script)).stream().filter(line -> !line.startsWith("//"))
                .collect(Collectors.joining("\n"));
        List<Record> rows = List.of();
        for (String statement : code.split(";", -1)) {
            if (!statement.isBlank()) {
                rows = session.run(statement).list();
            }
        }
        return rows;
    }

    private static int count(Session session, String type) {
        return session.run("MATCH (:User)-[r:$($type)]->(:Item) RETURN count(r)", Map.of("type", type))
                .single().get(0).asInt();
    }

    private static int count(Interactions part) {
        return IntStream.range(0, USERS).map(part::degree).sum();
    }

    private static void writeCsv(Dataset data, Path folder) throws IOException {
        List<String> users = new ArrayList<>(List.of("id"));
        data.userIds().subList(0, USERS).forEach(id -> users.add(id.toString()));
        Files.write(folder.resolve("users.csv"), users);
        List<String> items = new ArrayList<>(List.of("id,title,genres"));
        data.items().forEach(item -> items.add(item.id() + "," + item.title() + "," + String.join("|", item.genres())));
        Files.write(folder.resolve("items.csv"), items);
        List<String> lines = new ArrayList<>(List.of("user,item,part"));
        addLines(data, data.train(), "", lines);
        addLines(data, data.valid(), "", lines);
        addLines(data, data.test(), "test", lines);
        Files.write(folder.resolve("interactions.csv"), lines);
    }

    private static void addLines(Dataset data, Interactions part, String name, List<String> lines) {
        for (int user = 0; user < USERS; user++) {
            for (int item : part.itemsOf(user)) {
                lines.add(data.userIds().get(user) + "," + data.items().get(item).id() + "," + name);
            }
        }
    }
}

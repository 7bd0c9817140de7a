package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gnnrec.testing.SharedServer.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** The whole Cypher surface, kept in a golden file: a change of it is a change for users and belongs in the CHANGELOG. */
class SurfaceIT {
    private static final String PROCEDURES = """
            SHOW PROCEDURES YIELD name, signature, mode, description, argumentDescription
            WHERE name STARTS WITH 'gnnrec.'
            RETURN signature, mode, description, [a IN argumentDescription | a.name + ': ' + a.description] AS arguments
            ORDER BY name""";
    private static final String FUNCTIONS = """
            SHOW FUNCTIONS YIELD name, signature, description, argumentDescription
            WHERE name STARTS WITH 'gnnrec.'
            RETURN signature, 'FUNCTION' AS mode, description,
                [a IN argumentDescription | a.name + ': ' + a.description] AS arguments
            ORDER BY name""";

    @Test
    void isTheOneInTheGoldenFile() throws IOException {
        String surface = Stream.of(PROCEDURES, FUNCTIONS).flatMap(query -> rows(query).stream()).map(SurfaceIT::text)
                .collect(Collectors.joining("\n"));
        Files.writeString(Path.of(System.getProperty("gnnrec.build"), "procedures.txt"), surface);
        assertThat(surface).as("written to target/procedures.txt").isEqualTo(golden());
    }

    private static String text(Record row) {
        return row.get("signature").asString() + "\n    " + row.get("mode").asString() + ": "
                + row.get("description").asString() + "\n"
                + row.get("arguments").asList(argument -> "    - " + argument.asString() + "\n").stream()
                        .collect(Collectors.joining());
    }

    private static String golden() throws IOException {
        try (InputStream in = SurfaceIT.class.getResourceAsStream("/golden/procedures.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

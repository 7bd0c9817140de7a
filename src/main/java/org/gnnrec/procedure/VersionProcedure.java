package org.gnnrec.procedure;

import java.util.stream.Stream;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.Kernels;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Procedure;

/** {@code gnnrec.version()}. */
public final class VersionProcedure {
    @Context
    public Transaction tx;

    @Procedure(name = "gnnrec.version", mode = Mode.READ)
    @Description("Versions of gnnrec, Neo4j, Java and GDS (null where it is not installed), and the kernels and the dense algebra in use.")
    public Stream<VersionRow> version() {
        return Stream.of(new VersionRow(implementationVersion(), neo4jVersion(), Runtime.version().toString(),
                Kernels.get().name(), DenseAlgebra.get().name(), gdsVersion()));
    }

    /** One row of {@code gnnrec.version()}. */
    public record VersionRow(String gnnrec, String neo4j, String java, String kernels, String dense, String gds) {}

    private static String implementationVersion() {
        String version = VersionProcedure.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private String neo4jVersion() {
        try (var result = tx.execute(
                "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS v")) {
            return (String) result.next().get("v");
        }
    }

    private String gdsVersion() {
        try (var functions = tx.execute("SHOW FUNCTIONS YIELD name WHERE name = 'gds.version' RETURN name")) {
            if (!functions.hasNext()) {
                return null;
            }
        }
        try (var result = tx.execute("RETURN gds.version() AS v")) {
            return (String) result.next().get("v");
        }
    }
}

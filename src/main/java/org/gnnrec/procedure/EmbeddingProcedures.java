package org.gnnrec.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.config.Kinds;
import org.gnnrec.config.Shown;
import org.gnnrec.jobs.CallEnd;
import org.gnnrec.jobs.CallerTransaction;
import org.gnnrec.jobs.ModelKeys;
import org.gnnrec.jobs.Progress;
import org.gnnrec.jobs.StoredModels;
import org.gnnrec.jobs.WriteJob;
import org.gnnrec.jobs.WriteRow;
import org.gnnrec.projection.gds.GdsGraphs;
import org.gnnrec.projection.gds.GdsNodeProperty;
import org.gnnrec.projection.gds.GdsNodeProperty.Written;
import org.gnnrec.serving.Recommender;
import org.gnnrec.serving.Side;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.NodeIds;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.Log;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.StatusDetailsAccessor;
import org.neo4j.procedure.TerminationGuard;

/** {@code gnnrec.embeddings.*}. */
public final class EmbeddingProcedures {
    private static final Key<String> MUTATE_PROPERTY = Key
            .of("mutateProperty", Kinds.STRIPPED, "The name of the property in the GDS graph.")
            .open("`gnnrec_` and the model's name");

    @Context
    public GraphDatabaseService db;
    @Context
    public Transaction tx;
    @Context
    public TerminationGuard guard;
    @Context
    public StatusDetailsAccessor status;
    @Context
    public Log log;

    /** The row of {@code gnnrec.embeddings.mutate}. */
    public record MutateRow(long nodePropertiesWritten, long nodesWithoutEmbedding, String mutateProperty,
            String modelName, long modelVersion, long mutateMillis) {}

    @Procedure(name = "gnnrec.embeddings.mutate", mode = Mode.READ)
    @Description("Puts the embeddings of a model into a graph of the Graph Data Science library, as a node property for its algorithms.")
    public Stream<MutateRow> mutate(
            @Name(value = "graphName", description = "A graph in the memory of GDS, projected from this database.") String graphName,
            @Name(value = "config", defaultValue = "{}", description = "modelName ['default'], modelVersion [the current one], mutateProperty ['gnnrec_' and the model's name], of [what the label of a node says, of both 'item'].") Map<String, Object> config) {
        long start = System.nanoTime();
        Config values = ModelKeys.read(config, MUTATE_PROPERTY, ModelKeys.OF);
        String name = values.has(MUTATE_PROPERTY)
                ? values.get(MUTATE_PROPERTY)
                : MUTATE_PROPERTY.read(ModelKeys.property(values));
        GdsNodeProperty property = GdsGraphs.property(CallerTransaction.userName(tx),
                CallerTransaction.databaseName(tx), requireName(graphName), name);
        Recommender recommender = StoredModels.withEmbeddings(tx, values);
        Written written = property.write(
                nodeId -> embedding(recommender, NodeIds.find(tx, nodeId), values.get(ModelKeys.OF)),
                new CallEnd(db, guard));
        ModelInfo info = recommender.model().info();
        requireSome(written, graphName, info);
        return Stream.of(new MutateRow(written.nodes(), written.nodesWithout(), name, info.name(), info.version(),
                (System.nanoTime() - start) / 1_000_000));
    }

    @Procedure(name = "gnnrec.embeddings.write", mode = Mode.SCHEMA)
    @Description("Writes the embeddings of a model to its nodes again where they are missing or differ, and its vector index if that is missing.")
    public Stream<WriteRow> write(
            @Name(value = "config", defaultValue = "{}", description = "modelName ['default'], modelVersion [the current one].") Map<String, Object> config) {
        Config values = ModelKeys.read(config);
        CallerTransaction.requireNoChanges(tx, "gnnrec.embeddings.write");
        return Stream.of(new WriteJob(values, new InnerTransactions(db, new CallEnd(db, guard)), tx,
                Progress.unlisted("gnnrec.embeddings.write", status, log)).run());
    }

    private static float[] embedding(Recommender recommender, Node node, Side of) {
        return node == null ? null : recommender.embeddings().trained(node, of);
    }

    private static String requireName(String graphName) {
        if (graphName == null || graphName.isBlank()) {
            throw new IllegalArgumentException(
                    "graphName must be the name of a GDS graph but was " + Shown.of(graphName));
        }
        return graphName;
    }

    private static void requireSome(Written written, String graphName, ModelInfo info) {
        if (written.nodes() == 0) {
            throw new IllegalArgumentException("GDS graph '" + graphName + "' has no node that model '" + info.name()
                    + "' knows. Project its labels, " + info.users().name() + " or " + info.items().name()
                    + ", or train again");
        }
    }
}

package org.gnnrec.procedure;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gnnrec.jobs.CallerTransaction;
import org.gnnrec.jobs.ConfigMap;
import org.gnnrec.jobs.Models;
import org.gnnrec.jobs.Stopwatch;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.projection.gds.GdsGraphs;
import org.gnnrec.projection.gds.GdsNodeProperty;
import org.gnnrec.projection.gds.GdsNodeProperty.Written;
import org.gnnrec.serving.Recommender;
import org.gnnrec.store.NodeIds;
import org.gnnrec.training.ConfigValues;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** {@code gnnrec.embeddings.*}. */
public final class EmbeddingProcedures {
    private static final Set<String> KEYS = Set.of("modelName", "modelVersion", "mutateProperty");

    @Context
    public Transaction tx;
    @Context
    public TerminationGuard guard;

    /** The row of {@code gnnrec.embeddings.mutate}. */
    public record MutateRow(long nodePropertiesWritten, long nodesWithoutEmbedding, String mutateProperty,
            String modelName, long modelVersion, long mutateMillis) {}

    @Procedure(name = "gnnrec.embeddings.mutate", mode = Mode.READ)
    @Description("Puts the embeddings of a model into a graph of the Graph Data Science library, as a node property for its algorithms.")
    public Stream<MutateRow> mutate(
            @Name(value = "graphName", description = "A graph in the memory of GDS, projected from this database.") String graphName,
            @Name(value = "config", defaultValue = "{}", description = "modelName ['default'], modelVersion [the current one], mutateProperty ['gnnrec_' and the model's name].") Map<String, Object> config) {
        Stopwatch watch = new Stopwatch();
        ConfigMap map = ConfigMap.of(config, KEYS);
        String name = mutateProperty(map);
        GdsNodeProperty property = GdsGraphs.property(CallerTransaction.userName(tx),
                CallerTransaction.databaseName(tx), requireName(graphName), name);
        Recommender recommender = Models.recommender(tx, map);
        Written written = property.write(nodeId -> embedding(recommender, NodeIds.find(tx, nodeId)), guard::check);
        ModelInfo info = recommender.model().info();
        requireSome(written, graphName, info);
        watch.lap("mutate");
        return Stream.of(new MutateRow(written.nodes(), written.nodesWithout(), name, info.name(), info.version(),
                watch.millis("mutate")));
    }

    private static float[] embedding(Recommender recommender, Node node) {
        return node == null ? null : recommender.embeddings().trained(node);
    }

    private static String requireName(String graphName) {
        if (graphName == null || graphName.isBlank()) {
            throw ConfigValues.wrongType("graphName", "the name of a GDS graph", graphName);
        }
        return graphName;
    }

    /** No procedure of GDS takes a name with white space around it. */
    private static String mutateProperty(ConfigMap map) {
        String property = map.text("mutateProperty", Models.property(Models.name(map)));
        if (!property.equals(property.strip())) {
            throw ConfigValues.wrongType("mutateProperty", "a text without white space around it", property);
        }
        return property;
    }

    private static void requireSome(Written written, String graphName, ModelInfo info) {
        if (written.nodes() == 0) {
            throw new IllegalArgumentException("GDS graph '" + graphName + "' has no node that model '" + info.name()
                    + "' knows. Project its labels, " + info.users().name() + " or " + info.items().name()
                    + ", or train again");
        }
    }
}

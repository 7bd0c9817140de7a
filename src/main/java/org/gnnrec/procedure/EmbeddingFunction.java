package org.gnnrec.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.config.Config;
import org.gnnrec.jobs.ModelKeys;
import org.gnnrec.jobs.StoredModels;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.UserFunction;

/** {@code gnnrec.embedding}. */
public final class EmbeddingFunction {
    @Context
    public Transaction tx;

    @UserFunction(name = "gnnrec.embedding")
    @Description("The embedding of a user from the graph as this transaction sees it, or of an item; also of a node created after training. Null for such an item where the model type is lightgcn.")
    public List<Double> embedding(
            @Name(value = "node", description = "A user node or an item node.") Object node,
            @Name(value = "modelName", defaultValue = "default", description = "The name of the model.") String modelName,
            @Name(value = "of", defaultValue = "", description = "'user' or 'item', for a node that is both; else item.") String of) {
        if (node == null) {
            return null;
        }
        Config config = config(modelName, of);
        return list(StoredModels.withEmbeddings(tx, config).embeddings().now(tx, node, config.get(ModelKeys.OF)));
    }

    private static Config config(String modelName, String of) {
        Map<String, Object> given = new HashMap<>();
        given.put(ModelKeys.MODEL_NAME.name(), modelName);
        if (of != null && !of.isEmpty()) {
            given.put(ModelKeys.OF.name(), of);
        }
        return ModelKeys.read(given, ModelKeys.OF);
    }

    private static List<Double> list(float[] embedding) {
        if (embedding == null) {
            return null;
        }
        List<Double> list = new ArrayList<>(embedding.length);
        for (float value : embedding) {
            list.add((double) value);
        }
        return list;
    }
}

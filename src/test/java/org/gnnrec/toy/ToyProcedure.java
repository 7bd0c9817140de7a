package org.gnnrec.toy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.jobs.ModelKeys;
import org.gnnrec.jobs.StoredModels;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** A procedure as CONTRIBUTING tells to add one. */
public final class ToyProcedure {
    private static final Key<Integer> LEAST = Key.integer("least", 0, 1_000_000, "The least users of an item.")
            .usually(1);

    @Context
    public Transaction tx;

    /** A row of {@code gnnrec.toy.count}. */
    public record CountRow(String modelName, long items) {}

    @Procedure(name = "gnnrec.toy.count", mode = Mode.READ)
    @Description("How many items of a model have so many users.")
    public Stream<CountRow> count(
            @Name(value = "config", defaultValue = "{}", description = "modelName ['default'], modelVersion [the current one], least [1].") Map<String, Object> config) {
        Config values = ModelKeys.read(config, LEAST);
        ServedModel model = StoredModels.recommender(tx, values).model();
        long items = Arrays.stream(model.itemWeights()).filter(users -> users >= values.get(LEAST)).count();
        return Stream.of(new CountRow(model.info().name(), items));
    }
}

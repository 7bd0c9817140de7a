package org.gnnrec.jobs;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.config.Kinds;
import org.gnnrec.serving.Side;

/** The keys of every procedure that reads a model. */
public final class ModelKeys {
    public static final Key<String> MODEL_NAME = Key.text("modelName", "The name under which the model is stored.")
            .usually("default");
    public static final Key<Long> MODEL_VERSION = Key.of("modelVersion", Kinds.whole(1, Long.MAX_VALUE),
            "The version of the model.").open("the current one");
    public static final Key<Side> OF = Key.oneOf("of", List.of(Side.values()), "What a node is asked for as.")
            .open("what its label says, of both `item`");

    private ModelKeys() {}

    /** The keys of a procedure: these and its own. */
    public static List<Key<?>> with(Key<?>... own) {
        return Stream.concat(Stream.of(MODEL_NAME, MODEL_VERSION), Stream.of(own)).toList();
    }

    /** Reads the configuration of a procedure with these keys and its own. */
    public static Config read(Map<String, Object> given, Key<?>... own) {
        return Config.read(given, with(own));
    }

    /** The property for the embeddings of a model, unless another is named. */
    public static String property(Config config) {
        return "gnnrec_" + config.get(MODEL_NAME);
    }
}

package org.gnnrec.jobs;

import java.util.List;
import java.util.Map;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.jobs.CommunityItems.LeftOut;
import org.gnnrec.source.NodeValues;
import org.gnnrec.training.TrainingKeys;

/** The configuration of {@code gnnrec.communities}, checked. */
public record CommunitySettings(Config values) {
    private static final int MOST_ITEMS = 1_000;
    private static final int FEWEST = 2;
    private static final Key<Integer> COUNT = Key.integer("communityCount", FEWEST, 500, "How many communities.")
            .open("chosen");
    static final Key<NodeValues> NAME_PROPERTIES = Key
            .of("nameProperties", NodeValuesKind.ofItems("nameProperties"),
                    "The values of items that may name a community.")
            .usually(NodeValues.NONE, "all texts, lists of texts and booleans");
    static final Key<Integer> TYPICAL_COUNT = Key
            .integer("typicalCount", 0, MOST_ITEMS, "The most typical items in a row.").usually(5);
    static final Key<Integer> BRIDGING_COUNT = Key
            .integer("bridgingCount", 0, MOST_ITEMS, "The most bridging items in a row.").usually(5);
    private static final Key<String> WRITE_PROPERTY = Key.text("writeProperty",
            "The item property for the number of the community.");

    public static final List<Key<?>> KEYS = ModelKeys.with(COUNT, NAME_PROPERTIES, TYPICAL_COUNT, BRIDGING_COUNT,
            TrainingKeys.RANDOM_SEED, TrainingKeys.CONCURRENCY, WRITE_PROPERTY);

    public static CommunitySettings of(Map<String, Object> given) {
        return new CommunitySettings(Config.read(given, KEYS));
    }

    String modelName() {
        return values.get(ModelKeys.MODEL_NAME);
    }

    /** The number of communities, or null where it is chosen. */
    Integer count() {
        return values.get(COUNT);
    }

    /** The property to write, or null. */
    public String writeProperty() {
        return values.get(WRITE_PROPERTY);
    }

    /** Fails where there are too few items for this number of communities, or for any. */
    void requireEnough(int items, LeftOut leftOut) {
        int wanted = count() == null ? FEWEST : count();
        if (items < wanted) {
            throw new IllegalArgumentException("model '" + modelName() + "' has " + items + " items for "
                    + (count() == null ? "communities, which take " + FEWEST : count() + " communities")
                    + ". Left out are " + leftOut + ". "
                    + (items < FEWEST ? "Train it again" : "Lower communityCount"));
        }
    }

    /** Fails where all items are in one community, which is none. */
    void requireSeveral(int communities, int items) {
        if (communities < FEWEST) {
            throw new IllegalArgumentException("model '" + modelName() + "' has no communities: the embeddings of its "
                    + items + " items have all the same direction. Train it with a larger embeddingDimension, or with "
                    + "featureProperties or interactions that tell items apart");
        }
    }
}

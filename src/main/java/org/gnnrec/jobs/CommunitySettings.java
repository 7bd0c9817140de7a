package org.gnnrec.jobs;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The configuration of {@code gnnrec.communities} beside the model, checked; {@code count} 0 stands for chosen. */
public record CommunitySettings(ConfigMap map, int count, List<String> nameProperties, int typicalCount,
        int bridgingCount,
        long randomSeed, int concurrency, String writeProperty) {

    private static final Set<String> KEYS = Set.of("modelName", "modelVersion", "communityCount", "nameProperties",
            "typicalCount", "bridgingCount", "randomSeed", "concurrency", "writeProperty");
    private static final int MOST_COMMUNITIES = 500;
    private static final int MOST_ITEMS = 1_000;

    public static CommunitySettings of(Map<String, Object> values) {
        ConfigMap map = ConfigMap.of(values, KEYS);
        return new CommunitySettings(map, (int) map.integer("communityCount", 0, 2, MOST_COMMUNITIES),
                map.texts("nameProperties"), (int) map.integer("typicalCount", 5, 0, MOST_ITEMS),
                (int) map.integer("bridgingCount", 5, 0, MOST_ITEMS),
                map.integer("randomSeed", 42, -Long.MAX_VALUE, Long.MAX_VALUE), map.concurrency(),
                map.text("writeProperty", null));
    }

    public String modelName() {
        return Models.name(map);
    }

    /** Fails where there are too few items for so many communities, or for any. */
    void requireEnough(int items) {
        if (items < Math.max(2, count)) {
            throw new IllegalArgumentException("model '" + modelName() + "' has " + items
                    + " items with interactions that are still there, too few for "
                    + (count == 0 ? "communities: it takes 2" : count + " communities. Lower communityCount"));
        }
    }
}

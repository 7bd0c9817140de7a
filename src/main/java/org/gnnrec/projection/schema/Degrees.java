package org.gnnrec.projection.schema;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many relationships nodes have, by quantiles (nearest rank). Nodes with none count. Without nodes all are 0. */
public record Degrees(long min, long p50, long p90, long p99, long max, boolean isSampled) {

    static Degrees of(long[] degrees, boolean isSampled) {
        long[] sorted = degrees.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return new Degrees(0, 0, 0, 0, 0, isSampled);
        }
        return new Degrees(sorted[0], quantile(sorted, 0.5), quantile(sorted, 0.9), quantile(sorted, 0.99),
                sorted[sorted.length - 1], isSampled);
    }

    private static long quantile(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** True if all nodes were read, and none has any. */
    boolean areAllZero() {
        return !isSampled && max == 0;
    }

    /** The degrees as Cypher shows them. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("min", min);
        map.put("p50", p50);
        map.put("p90", p90);
        map.put("p99", p99);
        map.put("max", max);
        map.put("sampled", isSampled);
        return map;
    }
}

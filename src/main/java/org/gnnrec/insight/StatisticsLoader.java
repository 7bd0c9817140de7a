package org.gnnrec.insight;

import org.gnnrec.nested.NestedInstance;

/** Loads Hipparchus on first use, from jars that our jar holds, hidden from the class scan of Neo4j (2.3 MB). */
final class StatisticsLoader {
    private static final NestedInstance<Statistics> STATISTICS = new NestedInstance<>("hipparchus",
            "org.gnnrec.insight.hipparchus.HipparchusStatistics", Statistics.class,
            "Hipparchus, which finds communities");

    private StatisticsLoader() {}

    static Statistics statistics() {
        return STATISTICS.get();
    }
}

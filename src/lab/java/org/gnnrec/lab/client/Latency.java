package org.gnnrec.lab.client;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What one client waits for {@code gnnrec.recommend} over Bolt, k = 20, read to the end. Percentiles by nearest rank. */
public record Latency(double p50Millis, double p99Millis) {
    private static final int WARM_UP = 200;
    private static final int CALLS = 1000;
    private static final int K = 20;

    /** 1,000 calls after 200 that do not count, the users drawn with replacement. */
    public static Latency measure(GnnRecClient client, List<Object> userIds, String modelName, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] millis = new double[CALLS];
        for (int call = -WARM_UP; call < CALLS; call++) {
            Object user = userIds.get(random.nextInt(userIds.size()));
            long start = System.nanoTime();
            client.recommend(user, K, modelName);
            if (call >= 0) {
                millis[call] = (System.nanoTime() - start) / 1e6;
            }
        }
        return of(millis);
    }

    /** Of measured times, one or more. */
    public static Latency of(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Latency(percentile(sorted, 50), percentile(sorted, 99));
    }

    private static double percentile(double[] sorted, int percent) {
        int rank = (int) Math.ceilDiv((long) percent * sorted.length, 100);
        return sorted[rank - 1];
    }
}

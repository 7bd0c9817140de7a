package org.gnnrec.lab.endure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What may not grow in a long run: its largest value after the first window may pass the window's largest by a tenth at
 * most.
 *
 * @param windowSeconds from the start
 */
record GrowthRule(double windowSeconds) {
    private static final double ALLOWED = 1.10;
    private static final Map<String, ToLongFunction<Resources>> VALUES = Map.of("live heap bytes",
            Resources::liveHeapBytes, "threads", Resources::threads, "file handles", Resources::handles);

    /** Five minutes, or half of a run that is shorter than ten. */
    static GrowthRule of(double runSeconds) {
        return new GrowthRule(Math.min(300, runSeconds / 2));
    }

    /** One look at a server. */
    record Point(double seconds, Resources resources) {}

    /** What grew beyond the rule, in words. Fails where the window or the time after it has no point. */
    List<String> broken(List<Point> points) {
        List<String> grown = new ArrayList<>();
        VALUES.forEach((what, value) -> {
            long first = largest(points, value, true);
            long later = largest(points, value, false);
            if (later > first * ALLOWED) {
                grown.add(String.format(Locale.ROOT, "%s reached %,d after the first %.0f s, which had %,d at most",
                        what, later, windowSeconds, first));
            }
        });
        return grown.stream().sorted().toList();
    }

    private long largest(List<Point> points, ToLongFunction<Resources> value, boolean inWindow) {
        return points.stream().filter(point -> point.seconds <= windowSeconds == inWindow).map(Point::resources)
                .mapToLong(value).max().orElseThrow(() -> new IllegalArgumentException("no sample "
                        + (inWindow ? "in" : "after") + " the first " + windowSeconds + " s: run longer"));
    }
}

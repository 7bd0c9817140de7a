package org.gnnrec.lab.endure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gnnrec.lab.endure.KilledWork.Work;

/**
 * What the run of kills found.
 *
 * @param recommendations answers that a client got beside the work, over all
 */
record KillsReport(List<Kill> kills, long recommendations, long seed, String heap, List<String> violations) {
    /**
     * One kill.
     *
     * @param afterMillis from the start of the work to the kill
     * @param ended whether the work had ended by then
     */
    record Kill(Work work, String model, long afterMillis, boolean ended, long restartMillis) {}

    /** For people: how often each kind of work was hit. */
    String summary() {
        Map<Work, Long> hit = kills.stream().filter(kill -> !kill.ended)
                .collect(Collectors.groupingBy(Kill::work, TreeMap::new, Collectors.counting()));
        long after = kills.stream().filter(Kill::ended).count();
        return kills.size() + " kills, in the middle of " + hit + ", " + after + " after the end of the work; "
                + recommendations + " recommendations beside them; seed " + seed + "\n"
                + Violations.summary(violations);
    }
}

package org.gnnrec.lab.endure;

import java.util.List;
import java.util.Map;

/**
 * What the run of hostile calls found.
 *
 * @param answers by kind: ROWS, CLEAR and NEO4J are right ones
 * @param damages how many stored models were damaged, by kind
 * @param goodCalls calls on undamaged models that had to give the same rows as before
 * @param slowestMillis the longest a call took, of those allowed {@value HostileClient#LIMIT_SECONDS} s
 */
record HostileReport(Map<Answer.Kind, Long> answers, Map<Damage.Kind, Long> damages, long goodCalls,
        long slowestMillis, Resources before, Resources after, String heap, long seed, List<String> violations) {
    /** For people. */
    String summary() {
        return "hostile calls answered " + answers + ", slowest " + slowestMillis + " ms; damaged models " + damages
                + "; " + goodCalls + " good calls; seed " + seed + "\nbefore " + before.summary() + "\nafter  "
                + after.summary() + "\n" + Violations.summary(violations);
    }
}

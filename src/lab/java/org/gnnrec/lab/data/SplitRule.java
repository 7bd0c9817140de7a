package org.gnnrec.lab.data;

import java.util.Locale;

/**
 * How interactions without a split are divided: 70/10/20 per user by a hash, 70/10/20 at two moments of global time, or
 * with all that a tenth of the items has in test.
 */
public enum SplitRule {
    USER, TIME, COLD;

    public static SplitRule parse(String text) {
        for (SplitRule rule : values()) {
            if (rule.toString().equals(text)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("split must be 'user', 'time' or 'cold' but was '" + text + "'");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

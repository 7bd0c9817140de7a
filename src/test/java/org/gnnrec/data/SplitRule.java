package org.gnnrec.data;

import java.util.Locale;

/** How interactions without a split are divided 70/10/20: per user by a hash, or at two moments of global time. */
public enum SplitRule {
    USER, TIME;

    public static SplitRule parse(String text) {
        for (SplitRule rule : values()) {
            if (rule.toString().equals(text)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("split must be 'user' or 'time' but was '" + text + "'");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.gnnrec.jobs;

import java.util.List;
import java.util.function.Function;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.source.CypherPattern;
import org.gnnrec.source.InteractionPattern;

/** The labels of users and items that the patterns of a training name. A call that names labels itself decides. */
final class PatternLabels {
    private PatternLabels() {}

    /** Fills in the labels of both sides that are not given. Fails where a pattern does not say them plainly. */
    static Config fill(Config values) {
        return fill(fill(values, TrainKeys.USER_LABEL, "user", CypherPattern::userLabels), TrainKeys.ITEM_LABEL, "item",
                CypherPattern::itemLabels);
    }

    private static Config fill(Config values, Key<List<String>> key, String variable,
            Function<CypherPattern, List<String>> labels) {
        List<InteractionPattern> patterns = values.get(SourceSettings.INTERACTIONS);
        if (values.has(key) || patterns.isEmpty()) {
            return values;
        }
        patterns.forEach(one -> requireLabels(one, labels.apply(one.pattern()), key, variable));
        return values.with(key,
                patterns.stream().flatMap(one -> labels.apply(one.pattern()).stream()).distinct().toList());
    }

    private static void requireLabels(InteractionPattern one, List<String> labels, Key<?> key, String variable) {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("interactions '" + one.name() + "' must give " + variable
                    + " one label, or several with | between them, as in (" + variable + ":Person|Company), but is '"
                    + one.pattern().text() + "'. Give it, or name the labels by " + key);
        }
    }
}

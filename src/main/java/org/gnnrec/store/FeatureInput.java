package org.gnnrec.store;

import java.time.temporal.Temporal;
import java.util.List;
import java.util.Objects;
import org.gnnrec.feature.GraphValue;
import org.gnnrec.feature.Moment;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;

/** Values of the store in the form that features are made of. */
public final class FeatureInput {
    private FeatureInput() {}

    /**
     * A date is a moment. A list has no nulls: texts are left without them, and numbers with one are missing, because
     * the others would be in wrong places.
     */
    public static Object of(Object value) {
        return switch (value) {
            case List<?> list -> ofList(list);
            case Temporal date when EpochSeconds.isDate(date) -> new Moment(EpochSeconds.ofDate(date));
            case null, default -> ofElement(value);
        };
    }

    private static Object ofList(List<?> list) {
        List<?> present = list.stream().filter(Objects::nonNull).map(FeatureInput::ofElement).toList();
        boolean isVector = !present.isEmpty() && present.stream().allMatch(Number.class::isInstance);
        return isVector && present.size() < list.size() ? null : present;
    }

    private static Object ofElement(Object value) {
        return switch (value) {
            case Node node -> new GraphValue("a node");
            case Relationship relationship -> new GraphValue("a relationship");
            case Path path -> new GraphValue("a path");
            case null, default -> value;
        };
    }
}

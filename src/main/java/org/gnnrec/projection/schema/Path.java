package org.gnnrec.projection.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/**
 * A way from a user to an item of one step, or of two with an event in the middle. A threshold, which may be null, is
 * on the relationship of one step and on the event of two.
 */
record Path(List<Step> steps, Threshold threshold) {

    static Path of(Step... steps) {
        return new Path(List.of(steps), null);
    }

    Path above(Threshold least) {
        return new Path(steps, least);
    }

    Path reversed() {
        return new Path(steps.reversed().stream().map(Step::reversed).toList(), threshold);
    }

    String from() {
        return steps.getFirst().from();
    }

    String to() {
        return steps.getLast().to();
    }

    /** The label in the middle; null if there is none. */
    String via() {
        return isDirect() ? null : steps.getFirst().to();
    }

    boolean isDirect() {
        return steps.size() == 1;
    }

    boolean isLast(int step) {
        return step == steps.size() - 1;
    }

    /** True if each relationship of the step's type and direction belongs to the path. */
    boolean takesAll(int step) {
        return steps.get(step).isWholeType() && !steps.get(step).connection().isLoop()
                && (threshold == null || !isDirect());
    }

    /** True if this relationship, to this end, belongs to the path. */
    boolean takes(int step, Relationship relationship, Node end) {
        if (!steps.get(step).isWholeType() && !end.hasLabel(steps.get(step).endLabel())) {
            return false;
        }
        if (steps.get(step).connection().isLoop() && relationship.getStartNode().equals(relationship.getEndNode())) {
            return false;
        }
        if (isDirect()) {
            return threshold == null || threshold.isMetBy(relationship);
        }
        return isLast(step) || takesEvent(end);
    }

    /** True if the ways through this event belong to the path. */
    boolean takesEvent(Node event) {
        return threshold == null || threshold.isMetBy(event);
    }

    /** How many relationships each type on the way has, in the order of the way. */
    Map<String, Long> relationshipCounts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        steps.forEach(step -> counts.merge(step.connection().type(), step.connection().count(), Long::sum));
        return counts;
    }
}

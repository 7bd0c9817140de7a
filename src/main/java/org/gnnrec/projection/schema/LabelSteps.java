package org.gnnrec.projection.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The steps that leave each label. */
final class LabelSteps {
    private LabelSteps() {}

    static Map<String, List<Step>> of(List<Connection> connections) {
        Map<String, List<Step>> steps = new HashMap<>();
        connections.stream().flatMap(connection -> Stream.of(new Step(connection, true), new Step(connection, false)))
                .forEach(step -> steps.computeIfAbsent(step.from(), label -> new ArrayList<>()).add(step));
        return steps;
    }
}

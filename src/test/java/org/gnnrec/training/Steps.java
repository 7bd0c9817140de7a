package org.gnnrec.training;

import java.util.Map;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.SteppedType;
import org.gnnrec.model.TrainingGraph;

/** Configurations and fits by steps for tests. */
final class Steps {
    private Steps() {}

    static StepConfig config(Map<String, Object> map) {
        TrainingConfig config = TrainingConfig.of(map);
        return new StepConfig((SteppedType) config.type(), config.values());
    }

    static TrainingConfig whole(StepConfig config) {
        return new TrainingConfig(config.type(), config.values());
    }

    static TrainingGraph graph(CsrGraph userItems) {
        return new TrainingGraph(userItems, Features.none(userItems.rowCount(), userItems.columnCount()));
    }

    /** A fit without features from a random start. */
    static Fit fit(CsrGraph userItems, StepConfig config, Workers workers) {
        return new Fit(graph(userItems), config, null, workers);
    }

    static TrainingTask task(CsrGraph train, CsrGraph validation, TrainingConfig config, WarmStart start) {
        return new TrainingTask(train, validation, Features.none(train.rowCount(), train.columnCount()), config, start);
    }
}

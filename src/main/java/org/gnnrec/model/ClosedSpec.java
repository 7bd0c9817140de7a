package org.gnnrec.model;

import org.gnnrec.linalg.Workers;

/** A model that is solved in closed form. */
public interface ClosedSpec extends ModelSpec {
    /**
     * The model of a graph.
     *
     * @param seed the only source of chance
     */
    TrainedModel solve(TrainingGraph graph, long seed, Workers workers);
}

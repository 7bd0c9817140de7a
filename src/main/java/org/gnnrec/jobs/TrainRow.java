package org.gnnrec.jobs;

import java.util.List;
import java.util.Map;

/** The row of {@code gnnrec.train}. */
public record TrainRow(String modelName, long modelVersion, String modelType, long userCount, long itemCount,
        long relationshipCount, long ranEpochs, boolean didConverge, List<Double> epochLosses,
        Map<String, Object> metrics, long nodePropertiesWritten, double servedAsTrained, String servedFrom,
        long projectMillis, long trainMillis, long writeMillis,
        Map<String, Object> configuration) {}

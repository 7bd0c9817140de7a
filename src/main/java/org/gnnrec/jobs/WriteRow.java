package org.gnnrec.jobs;

/** The row of {@code gnnrec.embeddings.write}. */
public record WriteRow(String modelName, long modelVersion, long nodePropertiesWritten, long nodesGone,
        long writeMillis) {}

package org.gnnrec.jobs;

/** The row of {@code gnnrec.train.estimate}. */
public record EstimateRow(long userCount, long itemCount, long relationshipCount, String requiredMemory, long bytesMin,
        long bytesMax, double heapPercentageMax, String treeView) {}

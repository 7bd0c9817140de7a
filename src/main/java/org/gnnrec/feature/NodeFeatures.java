package org.gnnrec.feature;

/** The features of the nodes of one side: what was learned of their properties, and a row for each node. */
public record NodeFeatures(FeatureSchema schema, FeatureMatrix matrix) {}

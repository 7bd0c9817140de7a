package org.gnnrec.feature;

/** The features of both sides of a graph; a side may have none, which are rows without columns. */
public record GraphFeatures(NodeFeatures users, NodeFeatures items) {}

package org.gnnrec.archive;

import org.gnnrec.source.NodeTable;

/** What a version of a model wrote, with the nodes that it wrote to, as they were at its training. */
public record WrittenNodes(WrittenModel model, NodeTable users, NodeTable items) {}

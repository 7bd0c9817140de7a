package org.gnnrec.serving;

import org.neo4j.graphdb.Node;

/** One recommended item; {@code basis} is 'trained', 'foldIn' or 'popularity'. Ranks begin at 1. */
public record Recommendation(Node item, Object itemId, double score, long rank, String basis) {}

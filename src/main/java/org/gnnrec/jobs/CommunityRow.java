package org.gnnrec.jobs;

import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.Node;

/** A row of {@code gnnrec.communities}; property, value and shares are null where nothing sets the community apart. */
public record CommunityRow(long community, long size, String name, String property, Object value, Double share,
        Double overallShare, List<Node> typical, List<Map<String, Object>> bridging, long nodePropertiesWritten,
        long itemsLeftOut) {}

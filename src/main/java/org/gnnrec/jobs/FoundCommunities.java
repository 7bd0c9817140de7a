package org.gnnrec.jobs;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.insight.Communities;
import org.gnnrec.insight.CommunityNames;
import org.gnnrec.insight.CommunityNames.Name;
import org.gnnrec.insight.ItemValues;
import org.gnnrec.insight.Representatives;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** The communities of a model's items, with the values that may name them. */
record FoundCommunities(ServedModel model, CommunityItems items, ItemValues values, Communities communities) {
    /** A row for each community. */
    Stream<CommunityRow> rows(CommunitySettings settings, Transaction tx, long nodePropertiesWritten) {
        int typical = settings.values().get(CommunitySettings.TYPICAL_COUNT);
        int bridging = settings.values().get(CommunitySettings.BRIDGING_COUNT);
        int[][] members = communities.members();
        Name[] names = CommunityNames.of(members, values);
        Representatives representatives = new Representatives(communities, items.degrees());
        return IntStream.range(0, members.length).mapToObj(community -> row(community, members[community].length,
                names[community], nodes(tx, representatives.typical(members[community], typical)),
                bridging(tx, representatives.bridging(members[community], bridging)),
                nodePropertiesWritten));
    }

    private CommunityRow row(int community, int size, Name name, List<Node> typical, List<Map<String, Object>> bridging,
            long nodePropertiesWritten) {
        int leftOut = model.items().size() - items.size();
        return name == null
                ? new CommunityRow(community, size, "community " + community, null, null, null, null, typical,
                        bridging, nodePropertiesWritten, leftOut)
                : new CommunityRow(community, size, name.text(), name.property(), name.value(), name.share(),
                        name.overallShare(), typical, bridging, nodePropertiesWritten, leftOut);
    }

    /** The nodes of these rows. Deleted nodes are left out. */
    private List<Node> nodes(Transaction tx, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> items.node(tx, row)).filter(Objects::nonNull).toList();
    }

    private List<Map<String, Object>> bridging(Transaction tx, int[] rows) {
        return Arrays.stream(rows).filter(row -> items.node(tx, row) != null)
                .mapToObj(row -> Map.<String, Object>of("item", items.node(tx, row), "community",
                        (long) communities.second()[row]))
                .toList();
    }
}

package org.gnnrec.lab.data;

import java.util.List;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;

/**
 * Users, items and their interactions in three parts. The index of a user or an item is its place in the list, ids
 * ascending. Everyone the data names is listed, also without interactions.
 *
 * @param name the folder's name, or what made it
 * @param split where the three parts come from: 'given' by the files, or the rule, 'user', 'time' or 'cold'
 * @param userIds Longs where every user id of the data is an integer, else Strings
 */
public record Dataset(String name, String split, List<Object> userIds, List<Item> items, Interactions train,
        Interactions valid,
        Interactions test) {
    public Dataset {
        userIds = List.copyOf(userIds);
        items = List.copyOf(items);
    }

    public Interactions part(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case VALID -> valid;
            case TEST -> test;
        };
    }

    /** Users x items, an edge for each interaction of these parts. */
    public CsrGraph graph(List<Part> parts) {
        CsrBuilder builder = new CsrBuilder(userIds.size(), items.size());
        for (Part part : parts) {
            for (long pair : part(part).pairs()) {
                builder.add(Interactions.userOf(pair), Interactions.itemOf(pair));
            }
        }
        return builder.build();
    }

    /** All interactions, whatever their part. */
    public int interactionCount() {
        return train.size() + valid.size() + test.size();
    }

    public boolean hasTitles() {
        return items.stream().anyMatch(item -> item.title() != null);
    }
}

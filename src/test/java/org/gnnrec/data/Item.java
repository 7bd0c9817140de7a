package org.gnnrec.data;

import java.util.List;

/**
 * An item as the data names it.
 *
 * @param id a Long where every item id of the data is an integer, else a String
 * @param title null where the data has none
 * @param genres empty where the data has none
 */
public record Item(Object id, String title, List<String> genres) {
    public Item {
        genres = List.copyOf(genres);
    }

    /** The title, or the id where there is none. */
    public String label() {
        return title == null ? String.valueOf(id) : title;
    }
}

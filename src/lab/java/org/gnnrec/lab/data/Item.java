package org.gnnrec.lab.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An item as the data names it.
 *
 * @param id a Long where every item id of the data is an integer, else a String
 * @param title null where the data has none
 * @param genres empty where the data has none
 * @param year of its release, null where the data has none
 */
public record Item(Object id, String title, List<String> genres, Integer year) {
    public Item {
        genres = List.copyOf(genres);
    }

    /** The title, or the id where there is none. */
    public String label() {
        return title == null ? String.valueOf(id) : title;
    }

    /** What its node has; what the data has not is not there. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(Map.of("id", id));
        if (title != null) {
            properties.put("title", title);
        }
        if (!genres.isEmpty()) {
            properties.put("genres", genres);
        }
        if (year != null) {
            properties.put("year", year);
        }
        return properties;
    }
}

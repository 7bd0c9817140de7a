package org.gnnrec.lab.endure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One call with its parameters.
 *
 * @param writes whether an answer in rows changes the database
 */
record HostileCall(String query, Map<String, Object> parameters, boolean writes) {

    private static final int SHOWN = 60;

    /** For a report: long values are cut. */
    @Override
    public String toString() {
        return query + " " + shown(parameters, 0);
    }

    private static String shown(Object value, int depth) {
        if (value instanceof Map<?, ?> map && depth < 2 && map.size() < 30) {
            Map<String, String> shown = new TreeMap<>();
            map.forEach((key, one) -> shown.put(cut((String) key), shown(one, depth + 1)));
            return shown.toString();
        }
        if (value instanceof Map<?, ?> map) {
            return "a map of " + map.size();
        }
        if (value instanceof List<?> list) {
            return "a list of " + list.size() + (list.size() < 5 ? " " + cut(list.toString()) : "");
        }
        return cut(value instanceof String text ? "'" + text + "'" : String.valueOf(value));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "... of " + text.length() + " characters";
    }
}

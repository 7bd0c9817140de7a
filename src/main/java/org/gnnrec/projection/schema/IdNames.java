package org.gnnrec.projection.schema;

import java.util.List;
import java.util.Locale;

/** How likely a property is an id, by its name. */
final class IdNames {
    private static final List<String> KNOWN = List.of("key", "code", "number", "sku", "isbn", "isbn13", "isbn10",
            "issn",
            "ean", "gtin", "upc", "asin", "doi", "isrc", "email", "mail", "username", "login", "handle", "slug", "uri",
            "url", "iri", "name", "title");

    private IdNames() {}

    /** A smaller rank is surer: id, the label's own id (movieId), names that end in id, known names, all others. */
    static int rank(String label, String property) {
        String name = plain(property);
        if (name.equals("id")) {
            return 0;
        }
        if (name.equals(plain(label) + "id")) {
            return 1;
        }
        if (isId(property)) {
            return 2;
        }
        int known = KNOWN.indexOf(name);
        return known < 0 ? 3 + KNOWN.size() : 3 + known;
    }

    static boolean isId(String property) {
        return plain(property).endsWith("id");
    }

    /** Without the marks and capitals that separate words. */
    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}

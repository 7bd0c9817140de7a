package org.gnnrec.projection.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words of a name: marks and capitals separate them. */
final class Words {
    private Words() {}

    /** In small letters. */
    static List<String> of(String name) {
        return Arrays.stream(name.split("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})", 0)).filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** The last word as it is and, if it ends in s, without it; empty if there is no word. */
    static List<String> last(String name) {
        List<String> words = of(name);
        return words.isEmpty() ? List.of() : Stream.of(words.getLast(), singular(words.getLast())).distinct().toList();
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}

package org.gnnrec.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gnnrec.feature.FeatureValue.Texts;

/**
 * Texts: a column for each text of the vocabulary, then buckets that all other texts share by their hash, even texts
 * that the training never saw. The columns of a node have equal values whose squares add up to 1.
 */
final class Vocabulary implements Encoding {
    private static final int MOST_BUCKETS = 1 << 20;

    private final List<String> texts;
    private final int buckets;
    private final Map<String, Integer> columns;

    Vocabulary(List<String> texts, int buckets) {
        this.texts = List.copyOf(texts);
        this.buckets = buckets;
        this.columns = HashMap.newHashMap(texts.size());
        for (String text : texts) {
            columns.put(text, columns.size());
        }
    }

    @Override
    public FeatureKind kind() {
        return FeatureKind.TEXT;
    }

    @Override
    public int width() {
        return texts.size() + buckets;
    }

    /** Two texts in one bucket are one column: they can be neither told apart nor counted. */
    @Override
    public void encode(FeatureValue value, int firstColumn, FeatureMatrixBuilder row, Origin origin) {
        int[] found = ((Texts) value).values().stream().mapToInt(this::column).sorted().distinct().toArray();
        float each = (float) (1 / Math.sqrt(found.length));
        for (int column : found) {
            row.put(firstColumn + column, each);
        }
    }

    private int column(String text) {
        Integer column = columns.get(text);
        return column != null ? column : texts.size() + bucket(text);
    }

    /** The bucket of a text. Java fixes its hash for ever; it is spread first, as similar texts have alike low bits. */
    private int bucket(String text) {
        int spread = text.hashCode() * 0x9E3779B9;
        return Math.floorMod(spread ^ (spread >>> 16), buckets);
    }

    @Override
    public void write(Map<String, Object> map) {
        map.put("vocabulary", texts);
        map.put("buckets", (long) buckets);
    }

    static Vocabulary of(SchemaMap map) {
        return new Vocabulary(map.list("vocabulary", String.class), (int) map.whole("buckets", 1, MOST_BUCKETS));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary that && that.texts.equals(texts) && that.buckets == buckets;
    }

    @Override
    public int hashCode() {
        return 31 * texts.hashCode() + buckets;
    }
}

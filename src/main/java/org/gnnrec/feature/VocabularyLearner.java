package org.gnnrec.feature;

import static java.util.Comparator.reverseOrder;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

import org.gnnrec.feature.FeatureValue.Texts;
import org.gnnrec.linalg.HeapClaim;

/**
 * Learns the texts that most nodes have, the most frequent first, equally frequent ones in the order of {@link String}.
 * The order of the nodes does not matter. Holds every distinct text once.
 */
final class VocabularyLearner implements EncodingLearner {
    static final int MAX_VOCABULARY = 10_000;
    static final int BUCKETS = 32;
    /** A text of a single node teaches nothing about others. */
    private static final int FEWEST_NODES = 2;
    private static final Comparator<Entry<String, Integer>> BY_NODES = Entry
            .<String, Integer>comparingByValue(reverseOrder()).thenComparing(Entry.comparingByKey());

    /** Bytes of a text in the table, beside two a character. */
    private static final int TEXT_BYTES = 120;

    private final Map<String, Integer> nodes = new HashMap<>();
    private final HeapClaim heap;

    VocabularyLearner(HeapClaim heap) {
        this.heap = heap;
    }

    @Override
    public void add(FeatureValue value, Origin origin) {
        ((Texts) value).values().forEach(this::count);
    }

    private void count(String text) {
        if (nodes.merge(text, 1, Integer::sum) == 1) {
            heap.grow(TEXT_BYTES + 2L * text.length());
        }
    }

    @Override
    public Encoding learned() {
        List<String> texts = nodes.entrySet().stream().filter(text -> text.getValue() >= FEWEST_NODES).sorted(BY_NODES)
                .limit(MAX_VOCABULARY).map(Entry::getKey).toList();
        return new Vocabulary(texts, BUCKETS);
    }
}

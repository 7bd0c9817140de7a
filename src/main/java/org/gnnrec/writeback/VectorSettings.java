package org.gnnrec.writeback;

import java.util.Map;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexSetting;

/**
 * The settings of a vector index that gnnrec makes: cosine, and no quantization, which lost a tenth to a half of the
 * right answers.
 */
final class VectorSettings {
    /** Twice what Neo4j takes, for each vector of the graph of vectors: see the benchmarks. */
    private static final int LINKS = 32;
    private static final int CANDIDATES = 200;
    private static final String COSINE = "cosine";

    private VectorSettings() {}

    /** The settings for vectors of this length. */
    static Map<IndexSetting, Object> of(int dimensions) {
        return Map.of(IndexSetting.vector_Dimensions(), dimensions, IndexSetting.vector_Similarity_Function(),
                COSINE, IndexSetting.vector_Quantization_Enabled(), false, IndexSetting.vector_Hnsw_M(), LINKS,
                IndexSetting.vector_Hnsw_Ef_Construction(), CANDIDATES);
    }

    /** True if gnnrec may have made a vector index with these settings, whatever its length and its links. */
    static boolean areOurs(IndexDefinition index) {
        return value(index, "vector.dimensions") != null
                && COSINE.equalsIgnoreCase(text(index, "vector.similarity_function")) && !isQuantized(index);
    }

    /** Neo4j 5 shows whether an index is quantized, later versions show how. */
    private static boolean isQuantized(IndexDefinition index) {
        String how = text(index, "vector.quantization.type");
        return "true".equals(text(index, "vector.quantization.enabled"))
                || !("null".equals(how) || "NONE".equalsIgnoreCase(how));
    }

    /** True if the vectors of the index have this length. */
    static boolean areOfLength(int dimensions, IndexDefinition index) {
        return value(index, "vector.dimensions") instanceof Number length && length.intValue() == dimensions;
    }

    private static String text(IndexDefinition index, String setting) {
        return String.valueOf(value(index, setting));
    }

    /** Null where the index does not have the setting. */
    private static Object value(IndexDefinition index, String setting) {
        return index.getIndexConfiguration().entrySet().stream()
                .filter(entry -> entry.getKey().getSettingName().equals(setting)).map(Map.Entry::getValue)
                .findFirst().orElse(null);
    }
}

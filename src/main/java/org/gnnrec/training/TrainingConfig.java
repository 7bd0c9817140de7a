package org.gnnrec.training;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gnnrec.model.ModelType;
import org.gnnrec.model.encoder.ItemScale;

/**
 * What training can be told; names, defaults and ranges stand here alone. {@code null} stands for "chosen": by short
 * pilots on validation for the softmax loss, by {@link #withoutPilots} where there is nothing to choose on.
 *
 * @param embeddingDimension d, the width of an embedding [64]
 * @param layers K, the hops of LightGCN [chosen; 3 for bpr and margin]
 * @param rowNormalization whether hops start from rows of length one, as in LightGCN++, and softmax sees inner products
 *        [chosen on a small graph, else false]
 * @param epochs the most passes over the edges [60, for pinsage 20]
 * @param learningRate of Adam [0.001]
 * @param batchSize edges of one step; less on a small graph, see {@link #batchOf} [2048, more on a large graph]
 * @param loss softmax, bpr or margin; with graphsage also walk [softmax]
 * @param temperature of softmax [chosen]
 * @param temperatureTolerance how far a user's loss must lie above the mean for a temperature 1.76 times as high, see
 *        {@link UserTemperatures} [0.6]
 * @param margin by which margin wants the score of a positive above that of a negative [0.1]
 * @param neighborSamples the most edges through which a row of a batch is propagated in a step of training [64, more on a
 *        small graph, see {@link #neighborSamplesOf}]
 * @param negativeSamples items drawn for each step of softmax or margin, or nodes of walk, shared by its edges or pairs [512,
 *        walk 20]
 * @param negativePopularity exponent of a degree in the draw of negatives: 0 uniform, 1 with softmax the batch's own
 *        items [chosen; 0.75 for walk]
 * @param normExponent exponent of an item's length in its score, see {@link ItemScale} [chosen; 1 for bpr and margin]
 * @param degreeExponent exponent of an item's degree in its score [chosen; 0 for bpr, margin and items without ids]
 * @param penaltyL2 weight of half the squared base embeddings of a batch, over its size [0.0001]
 * @param validationFraction edges held out where no validation graph is given [0.1]
 * @param patience evaluations without a better NDCG before selection stops [5]
 * @param refit whether to go on from the best epoch with all edges, a fifth as long [true]
 * @param randomSeed the only source of chance [42]
 * @param concurrency threads; the result does not depend on it [processors, at most 4]
 * @param encoder which model, and the keys that only some have
 */
public record TrainingConfig(int embeddingDimension, Integer layers, Boolean rowNormalization, int epochs,
        double learningRate, Integer batchSize,
        Loss loss, Double temperature, double temperatureTolerance, double margin, Integer neighborSamples,
        int negativeSamples,
        Double negativePopularity, Double normExponent,
        Double degreeExponent, double penaltyL2, double validationFraction, int patience, boolean refit,
        long randomSeed, int concurrency, EncoderConfig encoder) {

    private static final int LEAST_STEPS = 16;
    private static final int LEAST_BATCH = 64;
    private static final int USUAL_BATCH = 2048;
    private static final int MOST_BATCH = 262_144;
    private static final int MOST_STEPS = 400;
    private static final int LEAST_NEIGHBORS = 64;
    private static final int MOST_NEIGHBORS = 1_000_000;
    /** Neighbors of a row times edges of the graph. */
    private static final long NEIGHBORS_BY_EDGES = 40_000_000;
    private static final int PLUS_PLUS_LAYERS = 2;
    private static final double PLUS_PLUS_TEMPERATURE = 0.6;
    /** Edges of a graph on which an epoch takes a second or two: 75 steps of the usual size. */
    private static final long FEW_EDGES = 75 * USUAL_BATCH;
    private static final int USUAL_LAYERS = 1;
    private static final int USUAL_NEGATIVES = 512;
    private static final double USUAL_POPULARITY = 0.5;
    /** Of the walk loss, as in the authors' code. */
    private static final int WALK_NEGATIVES = 20;
    private static final double WALK_POPULARITY = 0.75;
    private static final Set<String> KEYS = Stream
            .concat(defaults().toMap().keySet().stream(), EncoderConfig.keys().stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Checks every value against its range. */
    public TrainingConfig {
        requireRange("embeddingDimension", embeddingDimension, 1, 1024);
        requireRange("layers", layers == null ? 0 : layers, 0, 8);
        requireRange("epochs", epochs, 1, 10_000);
        requireRange("batchSize", batchSize == null ? 1 : batchSize, 1, MOST_BATCH);
        requireRange("negativeSamples", negativeSamples, 1, 65_536);
        requireRange("patience", patience, 1, 10_000);
        requireRange("concurrency", concurrency, 1, 64);
        requireRange("learningRate", learningRate, 1e-6, 1);
        requireRange("temperature", temperature == null ? 1 : temperature, 0.01, 10);
        requireRange("temperatureTolerance", temperatureTolerance, 0.01, 1000);
        requireRange("margin", margin, 0, 10);
        requireRange("neighborSamples", neighborSamples == null ? 1 : neighborSamples, 1, MOST_NEIGHBORS);
        requireRange("negativePopularity", negativePopularity == null ? 0 : negativePopularity, 0, 1);
        requireRange("normExponent", normExponent == null ? 1 : normExponent, 0, 2);
        requireRange("degreeExponent", degreeExponent == null ? 0 : degreeExponent, 0, 1);
        requireRange("penaltyL2", penaltyL2, 0, 1);
        requireRange("validationFraction", validationFraction, 0, 0.5);
        if (encoder.gat() != null) {
            encoder.gat().requireDivides(embeddingDimension);
        }
        if (loss == Loss.WALK && encoder.modelType() != ModelType.GRAPHSAGE) {
            throw new IllegalArgumentException("loss 'walk' has no meaning with modelType '" + encoder.modelType().key()
                    + "': name modelType: 'graphsage', or another loss");
        }
    }

    /** Every key at its default. */
    public static TrainingConfig defaults() {
        return of(Map.of());
    }

    /**
     * The configuration of a map from Cypher; takes the keys of {@link #keys} and leaves the others alone.
     *
     * @throws IllegalArgumentException with key, range and value, where a value has the wrong type or lies outside
     */
    public static TrainingConfig of(Map<String, Object> map) {
        ConfigValues values = new ConfigValues(map);
        EncoderConfig encoder = EncoderConfig.of(map, USUAL_LAYERS);
        Loss loss = values.oneOf("loss", Loss.values(), Loss.SOFTMAX);
        int processors = Math.min(4, Runtime.getRuntime().availableProcessors());
        return new TrainingConfig(values.integer("embeddingDimension", 64),
                encoder.hasWeights() ? (Integer) encoder.sampleSizes().size() : values.integerOrNull("layers"),
                encoder.hasWeights() ? (Boolean) false : values.boolOrNull("rowNormalization"),
                values.integer("epochs", encoder.usualEpochs()),
                values.number("learningRate", 0.001), values.integerOrNull("batchSize"),
                loss, values.numberOrNull("temperature"),
                values.number("temperatureTolerance", 0.6), values.number("margin", 0.1),
                values.integerOrNull("neighborSamples"),
                values.integer("negativeSamples", loss == Loss.WALK ? WALK_NEGATIVES : USUAL_NEGATIVES),
                values.numberOrNull("negativePopularity"),
                values.numberOrNull("normExponent"), degreeExponent(values, encoder),
                values.number("penaltyL2", 1e-4), values.number("validationFraction", 0.1),
                values.integer("patience", 5), values.bool("refit", true), values.longInteger("randomSeed", 42),
                values.integer("concurrency", processors), encoder);
    }

    /** Whoever does without ids of items asks for items without a degree, and validation, which sees the others, cannot speak for them. */
    private static Double degreeExponent(ConfigValues values, EncoderConfig encoder) {
        Double given = values.numberOrNull("degreeExponent");
        return given == null && !encoder.ids().ofItems() ? (Double) 0.0 : given;
    }

    /** The keys of {@link #of}. */
    public static Set<String> keys() {
        return KEYS;
    }

    /** As {@link #of} reads it, in the order of the record; what is still to be chosen is null. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("embeddingDimension", (long) embeddingDimension);
        map.put("layers", layers == null ? null : (long) layers);
        map.put("rowNormalization", rowNormalization);
        map.put("epochs", (long) epochs);
        map.put("learningRate", learningRate);
        map.put("batchSize", batchSize == null ? null : (long) batchSize);
        map.put("loss", loss.key());
        map.put("temperature", temperature);
        map.put("temperatureTolerance", temperatureTolerance);
        map.put("margin", margin);
        map.put("neighborSamples", neighborSamples == null ? null : (long) neighborSamples);
        map.put("negativeSamples", (long) negativeSamples);
        map.put("negativePopularity", negativePopularity);
        map.put("normExponent", normExponent);
        map.put("degreeExponent", degreeExponent);
        map.put("penaltyL2", penaltyL2);
        map.put("validationFraction", validationFraction);
        map.put("patience", (long) patience);
        map.put("refit", refit);
        map.put("randomSeed", randomSeed);
        map.put("concurrency", (long) concurrency);
        if (encoder.hasWeights()) {
            map.keySet().removeAll(EncoderConfig.LIGHTGCN_KEYS);
            map.putAll(encoder.toMap());
        }
        return map;
    }

    /**
     * Edges of one step on a graph of so many: {@link #batchSize}, less where an epoch would have fewer than 16 steps, in
     * which Adam gets nowhere, but not less than 64 for that reason. Where it is not given, as many as make 400 steps an
     * epoch, but at least 2048: Adam goes through all parameters in each step, so that with a fixed size the time of an
     * epoch would grow with the square of the graph.
     */
    int batchOf(long edges) {
        long small = Math.max(LEAST_BATCH, edges / LEAST_STEPS);
        return (int) Math.min(edges, Math.min(batchSize != null ? batchSize : usualBatch(edges), small));
    }

    /** Steps of an epoch on a graph of so many edges, the last perhaps short. */
    int stepsOf(long edges) {
        return (int) Math.ceilDiv(edges, (long) batchOf(edges));
    }

    private static long usualBatch(long edges) {
        return Math.clamp(edges / MOST_STEPS, USUAL_BATCH, MOST_BATCH);
    }

    /** True where a training takes a minute or two, so that more may be tried. */
    static boolean isSmall(long edges) {
        return edges <= FEW_EDGES;
    }

    /** True where a training on such a graph may end as LightGCN++ without being asked to. */
    boolean triesRowNormalization(long nodes, long edges) {
        // No more nodes have an edge, so that others do not decide what a training costs.
        return rowNormalization == null && loss == Loss.SOFTMAX && isSmall(edges) && nodes <= 2 * FEW_EDGES
                && (layers == null || layers > 0);
    }

    /**
     * Neighbors through which a row is propagated at most on a graph of so many edges: {@link #neighborSamples}, or where it
     * is not given 64, and more on a graph with less than 625,000 edges, where time is not what matters.
     */
    int neighborSamplesOf(long edges) {
        return neighborSamples != null
                ? neighborSamples
                : (int) Math.clamp(NEIGHBORS_BY_EDGES / Math.max(1, edges), LEAST_NEIGHBORS, MOST_NEIGHBORS);
    }

    /** This, with what follows from so many edges where it is open. */
    TrainingConfig withSizesOf(long edges) {
        Map<String, Object> map = toMap();
        map.replace("batchSize", null, batchOf(edges));
        if (!encoder.hasWeights()) {
            map.replace("neighborSamples", null, neighborSamplesOf(edges));
        }
        return of(map);
    }

    /** True if it is asked for; where it is open it is not, until something chooses it. */
    public boolean isRowNormalized() {
        return Boolean.TRUE.equals(rowNormalization);
    }

    /** True if the loss sees cosines, false if inner products, as in the papers' BPR and in LightGCN++. */
    boolean seesCosines() {
        return loss == Loss.SOFTMAX && !isRowNormalized();
    }

    /** LightGCN++ where this leaves it open, and what goes with it: 2 hops, temperature 0.6, uniform negatives. */
    TrainingConfig withRowNormalization() {
        Map<String, Object> map = toMap();
        map.replace("rowNormalization", null, true);
        return of(map).withChosen(PLUS_PLUS_LAYERS, PLUS_PLUS_TEMPERATURE, 0);
    }

    /** Plain LightGCN where this leaves it open. */
    TrainingConfig withoutRowNormalization() {
        Map<String, Object> map = toMap();
        map.replace("rowNormalization", null, false);
        return of(map);
    }

    /** The values used where nothing is chosen by pilots: those measured to be right for most data, and K = 3 for bpr. */
    TrainingConfig withoutPilots() {
        TrainingConfig chosen = isRowNormalized()
                ? withRowNormalization()
                : withoutRowNormalization().withChosen(loss.isPairwise() ? 3 : 1, 0.15,
                        loss == Loss.WALK ? WALK_POPULARITY : USUAL_POPULARITY);
        return loss.isPairwise() ? chosen.withScale(ItemScale.NONE) : chosen;
    }

    /** The given scale where this configuration leaves it open. */
    TrainingConfig withScale(ItemScale scale) {
        Map<String, Object> map = toMap();
        map.replace("normExponent", null, scale.norm());
        map.replace("degreeExponent", null, scale.degree());
        return of(map);
    }

    /** What is given of the scale, and where the search for the rest begins. */
    ItemScale scale() {
        return new ScaleSearch(this).scale();
    }

    /** The given values where this configuration leaves the choice open. */
    TrainingConfig withChosen(int layers, double temperature, double negativePopularity) {
        Map<String, Object> map = toMap();
        map.replace("layers", null, layers);
        map.replace("temperature", null, temperature);
        map.replace("negativePopularity", null, negativePopularity);
        return of(map);
    }

    static void requireRange(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    key + " must be in [" + plain(low) + ", " + plain(high) + "] but was " + plain(value));
        }
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}

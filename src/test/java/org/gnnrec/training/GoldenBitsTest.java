package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureMatrixBuilder;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The embeddings of every way of training on a small graph, as checksums: a change of the code that is not meant to change
 * a result changes no bit. Holds for the scalar kernels, the pure-Java dense algebra and the mathematics of one processor
 * family.
 */
class GoldenBitsTest {
    private static final int USERS = 60;
    private static final int ITEMS = 45;
    private static final int COLUMNS = 7;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            modelType=lightgcn | 3797283623
            modelType=lightgcn,rowNormalization=false | 1377251931
            modelType=lightgcn,loss=softmaxAtK,lossTopK=5,batchSize=4 | 1567275847
            modelType=lightgcn,loss=bpr | 2203326695
            modelType=lightgcn,loss=margin,layers=2 | 246082266
            modelType=lightgcn,layers=0,refit=false | 4267471480
            modelType=lightgcn,layers=3,neighborSamples=2 | 4190819325
            modelType=graphsage | 3959899172
            modelType=graphsage,aggregator=gcn,layers=1 | 2566416338
            modelType=graphsage,aggregator=pool,loss=bpr | 1411473107
            modelType=graphsage,aggregator=lstm,useIds=users | 1577310277
            modelType=graphsage,loss=walk | 1120778493
            modelType=gat | 2282621204
            modelType=gat,attention=v1,attentionHeads=2,dropout=0.2 | 1508606552
            modelType=pinsage | 2421245665
            modelType=pinsage,loss=margin,importanceNeighbors=5 | 2659928879
            """)
    void trainsToTheSameBits(String keys, long checksum) {
        assumeTrue(Kernels.get().name().equals("scalar") && DenseAlgebra.get().name().equals("java"));
        assumeTrue(System.getProperty("os.arch").equals("amd64"));
        CsrGraph graph = Graphs.weighted(Graphs.random(USERS, ITEMS, 0.15, 5), 6);
        TrainingResult result = Trainer.train(new TrainingTask(graph, null, features(keys), config(keys), null),
                () -> {},
                (phase, epoch, epochs, loss, ndcg) -> {});
        assertThat(checksum(result.model())).isEqualTo(checksum);
    }

    private static TrainingConfig config(String keys) {
        Map<String, Object> map = new HashMap<>(
                Map.of("embeddingDimension", 8, "epochs", 6, "learningRate", 0.01, "concurrency", 2));
        for (String pair : keys.split(",", -1)) {
            String[] keyAndValue = pair.split("=", -1);
            map.put(keyAndValue[0], value(keyAndValue[1]));
        }
        return TrainingConfig.of(map);
    }

    private static Object value(String text) {
        if (text.matches("true|false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("[0-9.]+") ? (Object) Double.valueOf(text) : text;
    }

    /** LightGCN takes none. */
    private static Features features(String keys) {
        return keys.contains("lightgcn")
                ? Features.none(USERS, ITEMS)
                : new Features(keys.contains("pinsage") ? FeatureMatrix.none(USERS) : matrix(USERS, 1),
                        matrix(ITEMS, 2));
    }

    private static FeatureMatrix matrix(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FeatureMatrixBuilder builder = new FeatureMatrixBuilder(rows, COLUMNS);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                builder.put(column, random.nextInt(3) == 0 ? random.nextInt(1, 4) : 0);
            }
            builder.endRow();
        }
        return builder.build();
    }

    private static long checksum(TrainedModel model) {
        CRC32C crc = new CRC32C();
        for (DenseMatrix matrix : new DenseMatrix[]{ model.users(), model.items() }) {
            ByteBuffer bytes = ByteBuffer.allocate(matrix.data().length * Float.BYTES);
            bytes.asFloatBuffer().put(matrix.data());
            crc.update(bytes);
        }
        return crc.getValue();
    }
}

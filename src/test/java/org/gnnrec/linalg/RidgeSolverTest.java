package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

class RidgeSolverTest {
    private final RidgeSolver solver = new RidgeSolver();

    /** One solver for systems of all sizes, as a training uses it. Items that nobody has are rows of zeros. */
    @Property(tries = 100)
    void solutionsAreThoseOfADoubleSolver(@ForAll @IntRange(min = 0, max = 70) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RealMatrix gram = gram(n + 1, random);
        double ridge = random.nextDouble(0.5, 50);
        double[] wanted = n == 0 ? new double[0] : solve(gram, n, ridge);
        float[] system = new float[n * (n + 1)];
        for (int row = 0; row < n; row++) {
            for (int col = row; col <= n; col++) {
                system[row * (n + 1) + col] = (float) gram.getEntry(row, col);
            }
        }
        solver.solve(system, n, (float) ridge);
        for (int row = 0; row < n; row++) {
            assertThat((double) system[row * (n + 1) + n]).isCloseTo(wanted[row], within(1e-4));
        }
    }

    /** {@code X^T X} of random users, of whom each has some of the items. */
    private static RealMatrix gram(int items, SplittableRandom random) {
        RealMatrix x = MatrixUtils.createRealMatrix(3 * items + 1, items);
        for (int user = 0; user < x.getRowDimension(); user++) {
            for (int item = 1; item < items; item++) {
                x.setEntry(user, item, random.nextDouble() < 0.3 ? 1 : 0);
            }
        }
        return x.transposeMultiply(x);
    }

    private static double[] solve(RealMatrix gram, int n, double ridge) {
        RealMatrix left = gram.getSubMatrix(0, n - 1, 0, n - 1)
                .add(MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(ridge));
        return new CholeskyDecomposition(left).getSolver()
                .solve(gram.getColumnVector(n).getSubVector(0, n)).toArray();
    }
}

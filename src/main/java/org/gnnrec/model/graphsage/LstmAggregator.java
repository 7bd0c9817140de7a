package org.gnnrec.model.graphsage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.layer.Aggregator;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Linear;
import org.gnnrec.model.layer.Part;
import org.gnnrec.model.layer.Pass;
import org.gnnrec.model.layer.RowBuffer;

/**
 * The last state of an LSTM (Hochreiter and Schmidhuber, Neural Computation 1997, with forget gates) over the neighbors
 * in a random order (Hamilton et al., NeurIPS 2017, section 3.3); zeros without neighbors. The weights of edges do not
 * count. All targets take a step at once. It costs O(edges * d^2) and keeps 7 d floats an edge for the backward.
 */
final class LstmAggregator implements Aggregator {
    private final Linear input;
    private final Linear recurrent;
    private final int d;
    private final Parallel parallel;
    private final List<LstmStep> steps = new ArrayList<>();
    private final RowBuffer rowGradients;
    private Sequences sequences;

    /**
     * @param input of a neighbor to the gates i, f, o and g side by side, with bias
     * @param recurrent of the state before to the same gates
     */
    LstmAggregator(Linear input, Linear recurrent, Parallel parallel) {
        this.input = input;
        this.recurrent = recurrent;
        this.d = recurrent.in();
        this.parallel = parallel;
        this.rowGradients = new RowBuffer(input.in());
    }

    @Override
    public void forward(Block block, DenseMatrix source, DenseMatrix aggregates, Pass pass) {
        sequences = new Sequences(block, pass);
        Arrays.fill(aggregates.data(), 0, aggregates.offset(block.size()), 0);
        for (int n = 0; n < sequences.steps(); n++) {
            LstmStep step = step(n);
            int rows = sequences.active(n);
            step.begin(rows);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(source.data(), source.offset(sequences.source(row, n)), step.input().data(),
                        step.input().offset(row), source.cols());
            }
            step.forward(n == 0 ? null : step(n - 1), input, recurrent, parallel);
            copyEnds(n, rows, step.state(), aggregates);
        }
    }

    private void copyEnds(int n, int rows, DenseMatrix state, DenseMatrix aggregates) {
        for (int row = rows - 1; row >= 0 && sequences.endsAt(row, n); row--) {
            System.arraycopy(state.data(), state.offset(row), aggregates.data(),
                    aggregates.offset(sequences.target(row)), d);
        }
    }

    private LstmStep step(int n) {
        if (n == steps.size()) {
            steps.add(new LstmStep(input.in(), d));
        }
        return steps.get(n);
    }

    @Override
    public void backward(Block block, DenseMatrix source, DenseMatrix gradient, DenseMatrix sourceGradient) {
        DenseMatrix byState = DenseMatrix.zeros(block.size(), d);
        DenseMatrix byCell = DenseMatrix.zeros(block.size(), d);
        for (int n = sequences.steps() - 1; n >= 0; n--) {
            int rows = sequences.active(n);
            for (int row = rows - 1; row >= 0 && sequences.endsAt(row, n); row--) {
                System.arraycopy(gradient.data(), gradient.offset(sequences.target(row)), byState.data(),
                        byState.offset(row), d);
            }
            DenseMatrix byInput = rowGradients.zeros(rows);
            step(n).backward(n == 0 ? null : step(n - 1), input, recurrent, byState, byCell, byInput, parallel);
            addToSources(n, rows, byInput, sourceGradient);
        }
    }

    private void addToSources(int n, int rows, DenseMatrix byInput, DenseMatrix sourceGradient) {
        for (int row = 0; row < rows; row++) {
            int source = sourceGradient.offset(sequences.source(row, n));
            for (int c = 0; c < byInput.cols(); c++) {
                sourceGradient.data()[source + c] += byInput.data()[byInput.offset(row) + c];
            }
        }
    }

    @Override
    public List<Part> parts() {
        return List.of(input, recurrent);
    }
}

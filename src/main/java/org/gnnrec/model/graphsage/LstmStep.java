package org.gnnrec.model.graphsage;

import java.util.Arrays;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.layer.Linear;
import org.gnnrec.model.layer.RowBuffer;

/**
 * One step of an LSTM for several rows: {@code i, f, o = sigmoid, g = tanh} of {@code W x + U h' + b}, {@code c = f c'
 * + i g, h = o tanh(c)}, with h' and c' of the step before. Keeps what the backward needs.
 */
final class LstmStep {
    private final int d;
    private final RowBuffer inputs;
    private final RowBuffer gateRows;
    private final RowBuffer recurrentRows;
    private final RowBuffer cells;
    private final RowBuffer states;
    private int rows;
    private DenseMatrix input;
    private DenseMatrix gates;
    private DenseMatrix cell;
    private DenseMatrix state;

    LstmStep(int in, int d) {
        this.d = d;
        this.inputs = new RowBuffer(in);
        this.gateRows = new RowBuffer(4 * d);
        this.recurrentRows = new RowBuffer(4 * d);
        this.cells = new RowBuffer(d);
        this.states = new RowBuffer(d);
    }

    /** Starts with this many rows. The caller then sets {@link #input}. */
    void begin(int count) {
        rows = count;
        input = inputs.rows(count);
        gates = gateRows.rows(count);
        cell = cells.rows(count);
        state = states.rows(count);
    }

    /** x, rows x in. */
    DenseMatrix input() {
        return input;
    }

    /** h, rows x d. */
    DenseMatrix state() {
        return state;
    }

    /** @param before the step before, which has these rows first; null at the first step */
    void forward(LstmStep before, Linear fromInput, Linear fromState, Parallel parallel) {
        fromInput.forward(input, rows, gates);
        if (before != null) {
            DenseMatrix more = recurrentRows.rows(rows);
            fromState.forward(before.state, rows, more);
            gates.addRows(more, rows, parallel);
        }
        parallel.forRange(rows, (part, from, to) -> {
            for (int row = from; row < to; row++) {
                forward(row, before);
            }
        });
    }

    private void forward(int row, LstmStep before) {
        float[] gate = gates.data();
        int at = gates.offset(row);
        for (int c = 0; c < d; c++) {
            float i = sigmoid(gate[at + c]);
            float f = sigmoid(gate[at + d + c]);
            float o = sigmoid(gate[at + 2 * d + c]);
            float g = (float) Math.tanh(gate[at + 3 * d + c]);
            gate[at + c] = i;
            gate[at + d + c] = f;
            gate[at + 2 * d + c] = o;
            gate[at + 3 * d + c] = g;
            float now = f * cellOf(before, row, c) + i * g;
            cell.data()[cell.offset(row) + c] = now;
            state.data()[state.offset(row) + c] = o * (float) Math.tanh(now);
        }
    }

    private float cellOf(LstmStep before, int row, int c) {
        return before == null ? 0 : before.cell.data()[row * d + c];
    }

    private static float sigmoid(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }

    /**
     * Turns the gradients by the state and the cell of this step into the gradients of the step before, in place. Adds
     * the gradients by the input and by the weights.
     */
    void backward(LstmStep before, Linear fromInput, Linear fromState, DenseMatrix byState, DenseMatrix byCell,
            DenseMatrix byInput, Parallel parallel) {
        parallel.forRange(rows, (part, from, to) -> {
            for (int row = from; row < to; row++) {
                backward(row, before, byState, byCell);
            }
        });
        Arrays.fill(byState.data(), 0, byState.offset(rows), 0);
        fromInput.backward(gates, input, rows, byInput);
        if (before != null) {
            fromState.backward(gates, before.state, rows, byState);
        }
    }

    /** Replaces the gates by the gradient by their inputs. */
    private void backward(int row, LstmStep before, DenseMatrix byState, DenseMatrix byCell) {
        float[] gate = gates.data();
        int at = gates.offset(row);
        for (int c = 0; c < d; c++) {
            float i = gate[at + c];
            float f = gate[at + d + c];
            float o = gate[at + 2 * d + c];
            float g = gate[at + 3 * d + c];
            float tanh = (float) Math.tanh(cell.data()[cell.offset(row) + c]);
            float h = byState.data()[byState.offset(row) + c];
            float s = byCell.data()[byCell.offset(row) + c] + h * o * (1 - tanh * tanh);
            gate[at + c] = s * g * i * (1 - i);
            gate[at + d + c] = s * cellOf(before, row, c) * f * (1 - f);
            gate[at + 2 * d + c] = h * tanh * o * (1 - o);
            gate[at + 3 * d + c] = s * i * (1 - g * g);
            byCell.data()[byCell.offset(row) + c] = s * f;
        }
    }
}

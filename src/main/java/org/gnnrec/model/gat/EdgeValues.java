package org.gnnrec.model.gat;

/** A number for each edge of one block after the other; grows to the most that were asked for. */
final class EdgeValues {
    private static final double ROOM = 1.25;

    private float[] values = new float[0];

    /** Room for so many, of any value; all earlier ones are gone. */
    float[] of(int edges) {
        if (values.length < edges) {
            values = new float[(int) (ROOM * edges)];
        }
        return values;
    }
}

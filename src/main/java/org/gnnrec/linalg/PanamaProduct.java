package org.gnnrec.linalg;

import static org.gnnrec.linalg.PanamaVectors.as;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The product behind three methods of {@link PanamaKernels}: {@code C += P B}. P is read through two strides, so a
 * transposed P needs no copy. Every sum runs over k in order in one register, whatever the blocking, so the bits of a
 * result do not depend on the shape of the tile.
 */
final class PanamaProduct {
    /** Rows and columns of a block of B, which stays in a level-1 cache. */
    private static final int DEPTH = 64;
    private static final int WIDTH = 64;

    /**
     * 4 x 4 sums need 21 registers. AVX-512 and NEON have 32. AVX2 (8 lanes) has 16, which 6 x 2 sums fill; 4 x 2 sums
     * are too few for its two multipliers of four cycles each.
     */
    private static final boolean REGISTERS_SUFFICE = FloatVector.SPECIES_PREFERRED.length() != 8;

    private PanamaProduct() {}

    /** P is rows x depth with element (r, k) at {@code r * pRow + k * pColumn}; B is depth x columns. */
    static void add(float[] p, int pOffset, int pRow, int pColumn, int rows, int depth, float[] b, int bOffset,
            int bStride, int columns, float[] c, int cOffset, int cStride) {
        for (int k = 0; k < depth; k += DEPTH) {
            int count = Math.min(DEPTH, depth - k);
            int bStart = bOffset + k * bStride;
            for (int j = 0; j < columns; j += WIDTH) {
                block(p, pOffset + k * pColumn, pRow, pColumn, rows, count, b, bStart + j, bStride,
                        Math.min(WIDTH, columns - j), c, cOffset + j, cStride);
            }
        }
    }

    private static void block(float[] p, int pOffset, int pRow, int pColumn, int rows, int depth, float[] b,
            int bOffset, int bStride, int columns, float[] c, int cOffset, int cStride) {
        int r = 0;
        for (; !REGISTERS_SUFFICE && r <= rows - 6; r += 6) {
            sixRows(p, pOffset + r * pRow, pRow, pColumn, depth, b, bOffset, bStride, columns, c,
                    cOffset + r * cStride, cStride);
        }
        for (; r <= rows - 4; r += 4) {
            fourRows(p, pOffset + r * pRow, pRow, pColumn, depth, b, bOffset, bStride, columns, c,
                    cOffset + r * cStride, cStride);
        }
        for (; r < rows; r++) {
            oneRow(p, pOffset + r * pRow, pColumn, depth, b, bOffset, bStride, columns, c, cOffset + r * cStride);
        }
    }

    private static void sixRows(float[] p, int pOffset, int pRow, int pColumn, int depth, float[] b, int bOffset,
            int bStride, int columns, float[] c, int cOffset, int cStride) {
        int step = 2 * FloatVector.SPECIES_PREFERRED.length();
        int j = 0;
        for (; j <= columns - step; j += step) {
            PanamaBlocks.sixByTwo(p, pOffset, pRow, pColumn, depth, b, bOffset + j, bStride, c, cOffset + j, cStride);
        }
        for (int r = 0; j < columns && r < 6; r++) {
            oneRow(p, pOffset + r * pRow, pColumn, depth, b, bOffset + j, bStride, columns - j, c,
                    cOffset + r * cStride + j);
        }
    }

    private static void fourRows(float[] p, int pOffset, int pRow, int pColumn, int depth, float[] b, int bOffset,
            int bStride, int columns, float[] c, int cOffset, int cStride) {
        int step = 2 * FloatVector.SPECIES_PREFERRED.length();
        int j = 0;
        for (; REGISTERS_SUFFICE && j <= columns - 2 * step; j += 2 * step) {
            PanamaBlocks.fourByFour(p, pOffset, pRow, pColumn, depth, b, bOffset + j, bStride, c, cOffset + j, cStride);
        }
        for (; j <= columns - step; j += step) {
            PanamaBlocks.fourByTwo(p, pOffset, pRow, pColumn, depth, b, bOffset + j, bStride, c, cOffset + j, cStride);
        }
        if (j < columns) {
            fourByRest(p, pOffset, pRow, pColumn, depth, b, bOffset + j, bStride, columns - j, c, cOffset + j, cStride);
        }
    }

    private static void fourByRest(float[] p, int pOffset, int pRow, int pColumn, int depth, float[] b, int bOffset,
            int bStride, int columns, float[] c, int cOffset, int cStride) {
        var species = FloatVector.SPECIES_PREFERRED;
        int c1 = cOffset + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        for (int j = 0; j < columns; j += species.length()) {
            VectorMask<Float> mask = species.indexInRange(j, columns);
            FloatVector s0 = FloatVector.fromArray(species, c, cOffset + j, mask);
            FloatVector s1 = FloatVector.fromArray(species, c, c1 + j, mask);
            FloatVector s2 = FloatVector.fromArray(species, c, c2 + j, mask);
            FloatVector s3 = FloatVector.fromArray(species, c, c3 + j, mask);
            for (int k = 0; k < depth; k++) {
                FloatVector row = FloatVector.fromArray(species, b, bOffset + k * bStride + j, mask);
                int at = pOffset + k * pColumn;
                s0 = FloatVector.broadcast(species, p[at]).fma(as(row), as(s0));
                s1 = FloatVector.broadcast(species, p[at + pRow]).fma(as(row), as(s1));
                s2 = FloatVector.broadcast(species, p[at + 2 * pRow]).fma(as(row), as(s2));
                s3 = FloatVector.broadcast(species, p[at + 3 * pRow]).fma(as(row), as(s3));
            }
            s0.intoArray(c, cOffset + j, mask);
            s1.intoArray(c, c1 + j, mask);
            s2.intoArray(c, c2 + j, mask);
            s3.intoArray(c, c3 + j, mask);
        }
    }

    private static void oneRow(float[] p, int pOffset, int pColumn, int depth, float[] b, int bOffset, int bStride,
            int columns, float[] c, int cOffset) {
        var species = FloatVector.SPECIES_PREFERRED;
        int lanes = species.length();
        int j = 0;
        for (; j <= columns - 4 * lanes; j += 4 * lanes) {
            PanamaBlocks.oneByFour(p, pOffset, pColumn, depth, b, bOffset + j, bStride, c, cOffset + j);
        }
        for (; j < columns; j += lanes) {
            VectorMask<Float> mask = species.indexInRange(j, columns);
            FloatVector sum = FloatVector.fromArray(species, c, cOffset + j, mask);
            for (int k = 0; k < depth; k++) {
                sum = FloatVector.fromArray(species, b, bOffset + k * bStride + j, mask)
                        .fma(as(FloatVector.broadcast(species, p[pOffset + k * pColumn])), as(sum));
            }
            sum.intoArray(c, cOffset + j, mask);
        }
    }
}

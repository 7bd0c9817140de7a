package org.gnnrec.linalg;

import static org.gnnrec.linalg.PanamaKernels.as;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The product behind the three of {@link PanamaKernels}: {@code C += P B}, with P read through two strides, so that a
 * transposed P costs no copy. Every sum runs over k in order in one register, whatever the blocking: the bits of a
 * result do not depend on the shape of the tile.
 */
final class PanamaProduct {
    /** So many rows of B at d = 64 stay in a level-1 cache. */
    private static final int DEPTH = 64;

    /** 4 x 4 sums need 21 registers: AVX-512 and NEON have 32, AVX2 (8 lanes) has 16. */
    private static final boolean REGISTERS_SUFFICE = FloatVector.SPECIES_PREFERRED.length() != 8;

    private PanamaProduct() {}

    /** P is rows x depth with element (r, k) at {@code r * pRow + k * pColumn}; B is depth x columns. */
    static void add(float[] p, int pOffset, int pRow, int pColumn, int rows, int depth, float[] b, int bOffset,
            int bStride, int columns, float[] c, int cOffset, int cStride) {
        for (int k = 0; k < depth; k += DEPTH) {
            int count = Math.min(DEPTH, depth - k);
            int pStart = pOffset + k * pColumn;
            int bStart = bOffset + k * bStride;
            int r = 0;
            for (; r <= rows - 4; r += 4) {
                fourRows(p, pStart + r * pRow, pRow, pColumn, count, b, bStart, bStride, columns, c,
                        cOffset + r * cStride, cStride);
            }
            for (; r < rows; r++) {
                oneRow(p, pStart + r * pRow, pColumn, count, b, bStart, bStride, columns, c, cOffset + r * cStride);
            }
        }
    }

    private static void fourRows(float[] p, int pOffset, int pRow, int pColumn, int depth, float[] b, int bOffset,
            int bStride, int columns, float[] c, int cOffset, int cStride) {
        int step = 2 * FloatVector.SPECIES_PREFERRED.length();
        int j = 0;
        for (; REGISTERS_SUFFICE && j <= columns - 2 * step; j += 2 * step) {
            fourByFour(p, pOffset, pRow, pColumn, depth, b, bOffset + j, bStride, c, cOffset + j, cStride);
        }
        for (; j <= columns - step; j += step) {
            fourByTwo(p, pOffset, pRow, pColumn, depth, b, bOffset + j, bStride, c, cOffset + j, cStride);
        }
        if (j < columns) {
            fourByRest(p, pOffset, pRow, pColumn, depth, b, bOffset + j, bStride, columns - j, c, cOffset + j, cStride);
        }
    }

    private static void fourByFour(float[] p, int pOffset, int pRow, int pColumn, int depth, float[] b, int bOffset,
            int bStride, float[] c, int cOffset, int cStride) {
        var species = FloatVector.SPECIES_PREFERRED;
        int lanes = species.length();
        int c1 = cOffset + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        FloatVector s00 = FloatVector.fromArray(species, c, cOffset);
        FloatVector s01 = FloatVector.fromArray(species, c, cOffset + lanes);
        FloatVector s02 = FloatVector.fromArray(species, c, cOffset + 2 * lanes);
        FloatVector s03 = FloatVector.fromArray(species, c, cOffset + 3 * lanes);
        FloatVector s10 = FloatVector.fromArray(species, c, c1);
        FloatVector s11 = FloatVector.fromArray(species, c, c1 + lanes);
        FloatVector s12 = FloatVector.fromArray(species, c, c1 + 2 * lanes);
        FloatVector s13 = FloatVector.fromArray(species, c, c1 + 3 * lanes);
        FloatVector s20 = FloatVector.fromArray(species, c, c2);
        FloatVector s21 = FloatVector.fromArray(species, c, c2 + lanes);
        FloatVector s22 = FloatVector.fromArray(species, c, c2 + 2 * lanes);
        FloatVector s23 = FloatVector.fromArray(species, c, c2 + 3 * lanes);
        FloatVector s30 = FloatVector.fromArray(species, c, c3);
        FloatVector s31 = FloatVector.fromArray(species, c, c3 + lanes);
        FloatVector s32 = FloatVector.fromArray(species, c, c3 + 2 * lanes);
        FloatVector s33 = FloatVector.fromArray(species, c, c3 + 3 * lanes);
        for (int k = 0; k < depth; k++) {
            int row = bOffset + k * bStride;
            FloatVector b0 = FloatVector.fromArray(species, b, row);
            FloatVector b1 = FloatVector.fromArray(species, b, row + lanes);
            FloatVector b2 = FloatVector.fromArray(species, b, row + 2 * lanes);
            FloatVector b3 = FloatVector.fromArray(species, b, row + 3 * lanes);
            int at = pOffset + k * pColumn;
            FloatVector p0 = FloatVector.broadcast(species, p[at]);
            s00 = p0.fma(as(b0), as(s00));
            s01 = p0.fma(as(b1), as(s01));
            s02 = p0.fma(as(b2), as(s02));
            s03 = p0.fma(as(b3), as(s03));
            FloatVector p1 = FloatVector.broadcast(species, p[at + pRow]);
            s10 = p1.fma(as(b0), as(s10));
            s11 = p1.fma(as(b1), as(s11));
            s12 = p1.fma(as(b2), as(s12));
            s13 = p1.fma(as(b3), as(s13));
            FloatVector p2 = FloatVector.broadcast(species, p[at + 2 * pRow]);
            s20 = p2.fma(as(b0), as(s20));
            s21 = p2.fma(as(b1), as(s21));
            s22 = p2.fma(as(b2), as(s22));
            s23 = p2.fma(as(b3), as(s23));
            FloatVector p3 = FloatVector.broadcast(species, p[at + 3 * pRow]);
            s30 = p3.fma(as(b0), as(s30));
            s31 = p3.fma(as(b1), as(s31));
            s32 = p3.fma(as(b2), as(s32));
            s33 = p3.fma(as(b3), as(s33));
        }
        s00.intoArray(c, cOffset);
        s01.intoArray(c, cOffset + lanes);
        s02.intoArray(c, cOffset + 2 * lanes);
        s03.intoArray(c, cOffset + 3 * lanes);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + lanes);
        s12.intoArray(c, c1 + 2 * lanes);
        s13.intoArray(c, c1 + 3 * lanes);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + lanes);
        s22.intoArray(c, c2 + 2 * lanes);
        s23.intoArray(c, c2 + 3 * lanes);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + lanes);
        s32.intoArray(c, c3 + 2 * lanes);
        s33.intoArray(c, c3 + 3 * lanes);
    }

    private static void fourByTwo(float[] p, int pOffset, int pRow, int pColumn, int depth, float[] b, int bOffset,
            int bStride, float[] c, int cOffset, int cStride) {
        var species = FloatVector.SPECIES_PREFERRED;
        int lanes = species.length();
        int c1 = cOffset + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        FloatVector s00 = FloatVector.fromArray(species, c, cOffset);
        FloatVector s01 = FloatVector.fromArray(species, c, cOffset + lanes);
        FloatVector s10 = FloatVector.fromArray(species, c, c1);
        FloatVector s11 = FloatVector.fromArray(species, c, c1 + lanes);
        FloatVector s20 = FloatVector.fromArray(species, c, c2);
        FloatVector s21 = FloatVector.fromArray(species, c, c2 + lanes);
        FloatVector s30 = FloatVector.fromArray(species, c, c3);
        FloatVector s31 = FloatVector.fromArray(species, c, c3 + lanes);
        for (int k = 0; k < depth; k++) {
            int row = bOffset + k * bStride;
            FloatVector b0 = FloatVector.fromArray(species, b, row);
            FloatVector b1 = FloatVector.fromArray(species, b, row + lanes);
            int at = pOffset + k * pColumn;
            FloatVector p0 = FloatVector.broadcast(species, p[at]);
            s00 = p0.fma(as(b0), as(s00));
            s01 = p0.fma(as(b1), as(s01));
            FloatVector p1 = FloatVector.broadcast(species, p[at + pRow]);
            s10 = p1.fma(as(b0), as(s10));
            s11 = p1.fma(as(b1), as(s11));
            FloatVector p2 = FloatVector.broadcast(species, p[at + 2 * pRow]);
            s20 = p2.fma(as(b0), as(s20));
            s21 = p2.fma(as(b1), as(s21));
            FloatVector p3 = FloatVector.broadcast(species, p[at + 3 * pRow]);
            s30 = p3.fma(as(b0), as(s30));
            s31 = p3.fma(as(b1), as(s31));
        }
        s00.intoArray(c, cOffset);
        s01.intoArray(c, cOffset + lanes);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + lanes);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + lanes);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + lanes);
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
            oneByFour(p, pOffset, pColumn, depth, b, bOffset + j, bStride, c, cOffset + j);
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

    private static void oneByFour(float[] p, int pOffset, int pColumn, int depth, float[] b, int bOffset, int bStride,
            float[] c, int cOffset) {
        var species = FloatVector.SPECIES_PREFERRED;
        int lanes = species.length();
        FloatVector s0 = FloatVector.fromArray(species, c, cOffset);
        FloatVector s1 = FloatVector.fromArray(species, c, cOffset + lanes);
        FloatVector s2 = FloatVector.fromArray(species, c, cOffset + 2 * lanes);
        FloatVector s3 = FloatVector.fromArray(species, c, cOffset + 3 * lanes);
        for (int k = 0; k < depth; k++) {
            FloatVector factor = FloatVector.broadcast(species, p[pOffset + k * pColumn]);
            int row = bOffset + k * bStride;
            s0 = FloatVector.fromArray(species, b, row).fma(as(factor), as(s0));
            s1 = FloatVector.fromArray(species, b, row + lanes).fma(as(factor), as(s1));
            s2 = FloatVector.fromArray(species, b, row + 2 * lanes).fma(as(factor), as(s2));
            s3 = FloatVector.fromArray(species, b, row + 3 * lanes).fma(as(factor), as(s3));
        }
        s0.intoArray(c, cOffset);
        s1.intoArray(c, cOffset + lanes);
        s2.intoArray(c, cOffset + 2 * lanes);
        s3.intoArray(c, cOffset + 3 * lanes);
    }
}

package org.gnnrec.linalg;

import static org.gnnrec.linalg.PanamaVectors.as;

import jdk.incubator.vector.FloatVector;

/**
 * The register blocks of {@link PanamaProduct}. A block is some rows of C times some registers, which stay in the
 * processor over the whole depth. P is read through two strides.
 */
final class PanamaBlocks {
    private PanamaBlocks() {}

    static void sixByTwo(float[] p, int pOffset, int pRow, int pColumn, int depth, float[] b, int bOffset,
            int bStride, float[] c, int cOffset, int cStride) {
        var species = FloatVector.SPECIES_PREFERRED;
        int lanes = species.length();
        FloatVector s00 = FloatVector.fromArray(species, c, cOffset);
        FloatVector s01 = FloatVector.fromArray(species, c, cOffset + lanes);
        FloatVector s10 = FloatVector.fromArray(species, c, cOffset + cStride);
        FloatVector s11 = FloatVector.fromArray(species, c, cOffset + cStride + lanes);
        FloatVector s20 = FloatVector.fromArray(species, c, cOffset + 2 * cStride);
        FloatVector s21 = FloatVector.fromArray(species, c, cOffset + 2 * cStride + lanes);
        FloatVector s30 = FloatVector.fromArray(species, c, cOffset + 3 * cStride);
        FloatVector s31 = FloatVector.fromArray(species, c, cOffset + 3 * cStride + lanes);
        FloatVector s40 = FloatVector.fromArray(species, c, cOffset + 4 * cStride);
        FloatVector s41 = FloatVector.fromArray(species, c, cOffset + 4 * cStride + lanes);
        FloatVector s50 = FloatVector.fromArray(species, c, cOffset + 5 * cStride);
        FloatVector s51 = FloatVector.fromArray(species, c, cOffset + 5 * cStride + lanes);
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
            FloatVector p4 = FloatVector.broadcast(species, p[at + 4 * pRow]);
            s40 = p4.fma(as(b0), as(s40));
            s41 = p4.fma(as(b1), as(s41));
            FloatVector p5 = FloatVector.broadcast(species, p[at + 5 * pRow]);
            s50 = p5.fma(as(b0), as(s50));
            s51 = p5.fma(as(b1), as(s51));
        }
        s00.intoArray(c, cOffset);
        s01.intoArray(c, cOffset + lanes);
        s10.intoArray(c, cOffset + cStride);
        s11.intoArray(c, cOffset + cStride + lanes);
        s20.intoArray(c, cOffset + 2 * cStride);
        s21.intoArray(c, cOffset + 2 * cStride + lanes);
        s30.intoArray(c, cOffset + 3 * cStride);
        s31.intoArray(c, cOffset + 3 * cStride + lanes);
        s40.intoArray(c, cOffset + 4 * cStride);
        s41.intoArray(c, cOffset + 4 * cStride + lanes);
        s50.intoArray(c, cOffset + 5 * cStride);
        s51.intoArray(c, cOffset + 5 * cStride + lanes);
    }

    static void fourByFour(float[] p, int pOffset, int pRow, int pColumn, int depth, float[] b, int bOffset,
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

    static void fourByTwo(float[] p, int pOffset, int pRow, int pColumn, int depth, float[] b, int bOffset,
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

    static void oneByFour(float[] p, int pOffset, int pColumn, int depth, float[] b, int bOffset, int bStride,
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

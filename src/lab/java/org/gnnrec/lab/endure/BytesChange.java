package org.gnnrec.lab.endure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Ways to change the bytes of a part. Each gives a copy. */
enum BytesChange {
    FLIPPED {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            byte[] changed = bytes.clone();
            for (int i = 0; i < 1 + bytes.length / 50 && bytes.length > 0; i++) {
                changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return changed;
        }
    },
    /** Floats become NaN, whole numbers -1. */
    ONES {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            byte[] changed = new byte[bytes.length];
            Arrays.fill(changed, (byte) 0xFF);
            return changed;
        }
    },
    ZEROS {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            return new byte[bytes.length];
        }
    },
    /** Little-endian whole numbers of the largest value; floats are NaN. */
    LARGEST {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            ByteBuffer changed = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
            while (changed.remaining() >= Integer.BYTES) {
                changed.putInt(Integer.MAX_VALUE);
            }
            return changed.array();
        }
    },
    DRAWN {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            byte[] changed = new byte[bytes.length];
            random.nextBytes(changed);
            return changed;
        }
    },
    SHORTER {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            return Arrays.copyOf(bytes, bytes.length == 0 ? 0 : random.nextInt(bytes.length));
        }
    },
    LONGER {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(1 << 12));
        }
    };

    abstract byte[] of(byte[] bytes, SplittableRandom random);
}

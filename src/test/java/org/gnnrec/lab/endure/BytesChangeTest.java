package org.gnnrec.lab.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BytesChangeTest {
    private static final byte[] BYTES = new byte[403];

    static {
        new SplittableRandom(7).nextBytes(BYTES);
    }

    @ParameterizedTest
    @EnumSource
    void changesACopyAndTheSameWayForASeed(BytesChange change) {
        byte[] given = BYTES.clone();
        byte[] changed = change.of(given, new SplittableRandom(1));
        assertThat(given).isEqualTo(BYTES);
        assertThat(changed).isNotEqualTo(BYTES).isEqualTo(change.of(given, new SplittableRandom(1)));
    }

    @ParameterizedTest
    @EnumSource
    void takesNoBytes(BytesChange change) {
        assertThat(change.of(new byte[0], new SplittableRandom(1)).length).isLessThan(1 << 13);
    }
}

package org.gnnrec.lab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HnswSettingsTest {
    @Test
    void twoNumbersAreRead() {
        assertThat(HnswSettings.parse("16:100")).isEqualTo(new HnswSettings(16, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "16", "16:", ":100", "16:100:1", "-1:100", "16:99999" })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> HnswSettings.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but was '" + text + "'");
    }
}

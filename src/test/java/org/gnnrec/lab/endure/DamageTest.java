package org.gnnrec.lab.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DamageTest {
    private static final List<String> PROPERTIES = List.of("modelName", "metrics", "state");
    private static final List<String> ARRAYS = List.of("items", "users");

    private static List<Damage> draw(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> Damage.draw(random, PROPERTIES, List.of("metrics"), ARRAYS)).limit(count)
                .toList();
    }

    @Test
    void theSameSeedDrawsTheSameDamages() {
        assertThat(draw(1, 200)).hasToString(draw(1, 200).toString()).isNotEqualTo(draw(2, 200));
    }

    @Test
    void everyKindIsDrawn() {
        assertThat(draw(1, 1_000)).extracting(Damage::kind).contains(Damage.Kind.values());
        assertThat(draw(1, 1_000)).extracting(Damage::change).contains(BytesChange.values());
    }

    @Test
    void eachDamageHasWhatItNeeds() {
        assertThat(draw(3, 1_000)).allSatisfy(damage -> {
            switch (damage.kind()) {
                case PROPERTY_REMOVED -> assertThat(damage.target()).isIn(PROPERTIES);
                case PROPERTY_SET, NUMBER_SET -> assertThat(damage.value()).isNotNull();
                case JSON_SET -> assertThat(damage.value()).isInstanceOf(String.class);
                case BYTES_CHANGED, BYTES_FORGED -> assertThat(damage.change()).isNotNull();
                default -> assertThat(damage.array()).isIn(ARRAYS);
            }
        });
    }

    @Test
    void aModelWithoutItsNameOrStateIsHidden() {
        assertThat(draw(1, 1_000)).filteredOn(Damage::hides).isNotEmpty()
                .allMatch(damage -> !damage.target().equals("metrics"));
    }
}

package org.gnnrec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ContributionsTest {
    @Test
    void sharesAreThePartsOfTheScore() {
        Contributions all = Contributions.terms(new double[]{ 3, -1 }, 2.0);
        assertThat(all.sum()).isEqualTo(4);
        assertThat(all.share(3)).isEqualTo(0.75);
        assertThat(all.share(-1)).isEqualTo(-0.25);
        assertThat(all.share(2)).isEqualTo(0.5);
    }

    @Test
    void aScoreNearZeroOrBelowItHasNoShares() {
        for (double[] items : new double[][]{ { 1, -1 }, { 1, -0.91 }, { 1, -2 }, { -1 }, { 0 }, {} }) {
            Contributions all = Contributions.terms(items, null);
            assertThat(all.share(1)).as(Arrays.toString(items)).isNull();
            assertThat(all.sum()).isEqualTo(Arrays.stream(items).sum());
        }
        assertThat(Contributions.terms(new double[]{ 1, -0.9 }, null).share(1)).isCloseTo(10, within(1e-9));
        assertThat(Contributions.terms(new double[]{ 1 }, -0.95).share(1)).isNull();
        assertThat(Contributions.drops(new double[]{ 1 }, 1, null).share(1)).isNull();
    }

    @Property
    void aShareHasTheSignOfItsContributionAndAllAddUpToOne(
            @ForAll("contributions") double[] items) {
        Contributions all = Contributions.terms(items, null);
        if (all.whole() != null) {
            for (double item : items) {
                assertThat(Math.signum(all.share(item))).isEqualTo(Math.signum(item));
                assertThat(Math.abs(all.share(item))).isLessThan(10.5);
            }
            assertThat(Arrays.stream(items).map(all::share).sum()).isCloseTo(1, within(1e-9));
        }
    }

    @Provide
    Arbitrary<double[]> contributions() {
        return Arbitraries.doubles().between(-100, 100).array(double[].class).ofMinSize(1).ofMaxSize(20);
    }
}

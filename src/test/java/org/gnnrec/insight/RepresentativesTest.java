package org.gnnrec.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepresentativesTest {
    private static final int[] MEMBERS = { 0, 1, 2, 3, 4, 5 };
    private static final Communities COMMUNITIES = new Communities(new int[]{ 6 }, new int[6],
            new int[]{ 1, 1, 2, 1, 1, 2 }, new float[]{ 0.9f, 0.8f, 0.7f, 0.6f, 0.95f, 0.5f },
            new float[]{ 0.2f, 0.75f, 0.69f, 0.1f, 0.95f, 0.46f });

    @Test
    void typicalItemsAreNearestTheCentroid() {
        assertThat(representatives(1, 1, 1, 1, 1, 1).typical(MEMBERS, 3)).containsExactly(4, 0, 1);
        assertThat(representatives(1, 1, 1, 1, 1, 1).typical(MEMBERS, 99)).containsExactly(4, 0, 1, 2, 3, 5);
        assertThat(representatives(1, 1, 1, 1, 1, 1).typical(MEMBERS, 0)).isEmpty();
    }

    @Test
    void typicalItemsAreOfTheHalfThatMostUsersKnowUnlessMoreAreWanted() {
        assertThat(representatives(9, 1, 1, 8, 1, 7).typical(MEMBERS, 2)).containsExactly(0, 3);
        assertThat(representatives(9, 1, 1, 8, 1, 7).typical(MEMBERS, 5)).startsWith(4, 0).hasSize(5);
    }

    @Test
    void bridgingItemsAreNearlyAsNearASecondCentroidThoseNearestItFirst() {
        assertThat(representatives(1, 1, 1, 1, 1, 1).bridging(MEMBERS, 3)).containsExactly(4, 1, 2);
        assertThat(representatives(1, 1, 1, 1, 1, 1).bridging(MEMBERS, 99)).containsExactly(4, 1, 2, 5);
    }

    private static Representatives representatives(int... degrees) {
        return new Representatives(COMMUNITIES, degrees);
    }
}

package org.gnnrec.projection.schema;

import java.util.List;

/**
 * Labels that name the side that chooses. The last word of a label decides ({@code PremiumMember} yes,
 * {@code UserGroup} no), in any letter case, singular or plural.
 */
final class UserNames {
    /** Surer names come first: of two such labels the earlier one is the user. */
    private static final List<String> NAMES = List.of("user", "customer", "member", "subscriber", "listener", "viewer",
            "reader", "player", "gamer", "buyer", "shopper", "purchaser", "consumer", "client", "patient", "student",
            "learner", "pupil", "visitor", "guest", "traveler", "passenger", "fan", "follower", "borrower", "patron",
            "donor", "voter", "rater", "reviewer", "applicant", "candidate", "employee", "citizen", "person", "people",
            "human", "individual", "account", "profile", "household", "session", "device");

    private UserNames() {}

    /** A smaller rank is surer; {@code Integer.MAX_VALUE} if the name is no user's. */
    static int rank(String label) {
        int rank = Words.last(label).stream().mapToInt(NAMES::indexOf).max().orElse(-1);
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    static boolean isUser(String label) {
        return rank(label) < Integer.MAX_VALUE;
    }
}

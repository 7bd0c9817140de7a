package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserNamesTest {
    @ParameterizedTest
    @ValueSource(strings = { "User", "USERS", "customer", "PremiumMember", "SHOP_CUSTOMER", "People", "Person",
            "app user", "Listeners", "Account", "Patient", "student" })
    void saysUser(String label) {
        assertThat(UserNames.isUser(label)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Item", "UserGroup", "CustomerOrder", "Superuser", "Membership", "Movie", "_", "" })
    void saysNoUser(String label) {
        assertThat(UserNames.isUser(label)).isFalse();
    }

    @Test
    void thePersonRatherThanTheirAccount() {
        assertThat(UserNames.rank("Person")).isLessThan(UserNames.rank("Account"));
        assertThat(UserNames.rank("Customer")).isLessThan(UserNames.rank("Person"));
    }
}

package org.gnnrec.linalg;

import org.gnnrec.nested.NestedInstance;

/** Loads Hipparchus on first use, from jars that our jar holds, hidden from the class scan of Neo4j (2.3 MB). */
final class SymmetricEigenLoader {
    private static final NestedInstance<SymmetricEigen> EIGEN = new NestedInstance<>("hipparchus",
            "org.gnnrec.linalg.hipparchus.HipparchusEigen", SymmetricEigen.class,
            "Hipparchus, which finds eigenvalues");

    private SymmetricEigenLoader() {}

    static SymmetricEigen eigen() {
        return EIGEN.get();
    }
}

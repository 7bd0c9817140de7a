package org.gnnrec.model;

import org.gnnrec.config.Config;

/** A type of model that is solved in closed form. */
public non-sealed interface ClosedType extends ModelType {
    @Override
    ClosedSpec spec(Config config);
}

package org.gnnrec.archive;

import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.linalg.NamedArrays;

/**
 * A model to be kept: its manifest, which is what {@link ModelInfo} and the feature schemas hold, and its arrays by name.
 * The database stores it, and so may a file.
 */
public record ModelArchive(ModelInfo info, FeatureSchemas features, NamedArrays arrays) {}

package org.gnnrec.archive;

import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.linalg.NamedArrays;

/**
 * A model in its stored form: the manifest, which is {@link ModelInfo} with the feature schemas, and its arrays by
 * name. The database stores it, and a file may. The arrays of users and items are bytes of the catalog, which knows how
 * the database writes an id.
 */
public record ModelArchive(ModelInfo info, FeatureSchemas features, NamedArrays arrays) {}

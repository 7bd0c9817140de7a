/** What a trained model is, whatever its type; the packages below hold the types. Imports graph and linalg. */
package org.gnnrec.model;

/** The contract of a model; the packages below hold the types. */
package org.gnnrec.model;

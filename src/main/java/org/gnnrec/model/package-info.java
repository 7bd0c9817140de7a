/** The contract of a model; the packages below have the types. */
package org.gnnrec.model;

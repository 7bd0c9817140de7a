/** The one list of model types. */
package org.gnnrec.models;

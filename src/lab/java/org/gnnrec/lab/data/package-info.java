/** Public data sets and a generated sample: reading, splitting, loading. Imports sparse graphs alone; knows the driver. */
package org.gnnrec.lab.data;

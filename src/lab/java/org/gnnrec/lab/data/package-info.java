/** Public data sets and a generated sample: reading, splitting, loading. Imports nothing of ours; knows the driver. */
package org.gnnrec.lab.data;

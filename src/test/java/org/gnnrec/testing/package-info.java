/** What tests of several packages use: small graphs, models and databases, servers, pages of the documentation. */
package org.gnnrec.testing;

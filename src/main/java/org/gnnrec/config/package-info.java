/** The keys of configuration maps: each declared once, read, checked and shown in one way. */
package org.gnnrec.config;

/**
 * Turns landing files into touches and rejected rows: the source's own fields become the common
 * touch fields, identifiers become keyed hashes, and what cannot be read stays visible as rejected.
 */
package giro.ingest;

/**
 * What comes in: the Avro schema of each source's own events, by version. A name and a number go
 * in, a parsed schema comes out.
 */
package giro.schema;

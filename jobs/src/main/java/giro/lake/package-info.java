/**
 * The Delta tables the pipeline keeps: read, append, overwrite, roll back to where a run began. The
 * only user of the Delta API, and of the lock that lets one run at a time in.
 */
package giro.lake;

/**
 * The command line: one class a command, exit codes, wiring of the stages into a night. The only
 * room that builds a Spark session and the only one that knows them all.
 */
package giro.app;

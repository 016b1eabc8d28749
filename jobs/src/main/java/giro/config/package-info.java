/**
 * Turns HOCON into the settings records of the other rooms, with every problem of a file in one
 * message. The only reader of Typesafe Config in the jobs.
 */
package giro.config;

/** Turns laps and journeys into the tables people read, one class per table. */
package giro.metric;

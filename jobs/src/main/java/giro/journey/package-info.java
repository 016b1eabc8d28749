/**
 * Turns touches and persons into journeys, in one pass over each person's ordered touches: phase,
 * so the moment, lap, position, session and move.
 */
package giro.journey;

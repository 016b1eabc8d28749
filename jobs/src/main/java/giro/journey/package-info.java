/**
 * Turns the touches of one person into a journey in one pass over their order: phase, moment, lap,
 * position, session and move of each touch, and one record a lap with its instants.
 *
 * <p>The pass is plain Java ({@link giro.journey.JourneyPass}); {@link giro.journey.BuildJourneys}
 * carries it over Spark with one shuffle by person. Where is a lap cut? {@code LapBook}. Who
 * decides that a call is FMOT? {@code MomentDecision}. Which car is a touch about? {@code
 * CarLedger}.
 */
package giro.journey;

/**
 * Metrics that a person's own touches decide: each is one class, and all of them are counted in one
 * pass over the stored journeys. A new one is a new class and a line in {@link
 * giro.metric.person.PersonMetrics}.
 */
package giro.metric.person;

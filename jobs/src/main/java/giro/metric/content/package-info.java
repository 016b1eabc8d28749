/**
 * What people's words bring about: contents and readings of the stored journeys are joined into
 * links from author to reader, and these into {@code umot_influence} and the circle's momentum.
 */
package giro.metric.content;

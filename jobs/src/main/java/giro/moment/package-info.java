/**
 * Turns rules into knowledge about each touch, row by row: which rules' conditions hold, in order.
 * Which of them wins is decided later, with the state of the person.
 */
package giro.moment;

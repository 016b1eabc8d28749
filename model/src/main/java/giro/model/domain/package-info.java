/**
 * The vocabulary: moments, phases, pairs, moves. Plain Java with no session, no IO and no
 * configuration; every other room speaks these words.
 */
package giro.model.domain;

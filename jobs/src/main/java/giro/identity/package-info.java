/**
 * Turns the identifiers of touches into links, links into persons, and keeps each person's id for
 * good: touches to identity links to persons.
 */
package giro.identity;

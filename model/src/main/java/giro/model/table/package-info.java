/**
 * One contract per table: name, grain, key, columns as constants and a documented schema. Writers
 * check their rows against it, the data dictionary prints it, readers can rely on it.
 */
package giro.model.table;

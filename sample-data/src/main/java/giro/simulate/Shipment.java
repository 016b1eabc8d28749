package giro.simulate;

/**
 * One row on its way into a landing folder. Rows of a folder stand by time of receipt, then id.
 *
 * @param folder the folder's day, from 1970
 */
record Shipment(Source source, int folder, long received, long id, byte[] row) {}

package giro.simulate;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** How one source writes an act down, in its own words. */
interface Writer {
  /** The row of an act that was received at {@code received}, milliseconds UTC. */
  GenericRecord row(Schema schema, Act act, Person person, long received);
}

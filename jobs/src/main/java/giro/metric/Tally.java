package giro.metric;

import java.nio.ByteBuffer;

/**
 * Counts of one cell within a task: how often, by how many persons, after how long. Persons come
 * one after the other, so remembering the last one is enough to count them.
 */
final class Tally {
  private long count;
  private long persons;
  private long lastPerson;
  private final LongList micros = new LongList();

  void add(long person) {
    count++;
    if (persons == 0 || lastPerson != person) {
      persons++;
      lastPerson = person;
    }
  }

  void addMicros(long elapsed) {
    micros.add(elapsed);
  }

  long count() {
    return count;
  }

  long persons() {
    return persons;
  }

  /** The elapsed times as bytes, to travel as one value. */
  byte[] packedMicros() {
    ByteBuffer bytes = ByteBuffer.allocate(micros.size() * Long.BYTES);
    for (int i = 0; i < micros.size(); i++) {
      bytes.putLong(micros.get(i));
    }
    return bytes.array();
  }
}

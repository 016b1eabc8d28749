package giro.metric.person;

import giro.metric.FunnelConditions;
import giro.metric.PersonScan;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Reads rows of {@link TouchColumns} into whole persons, one after the other.
 *
 * @param <T> partial results of the task
 */
abstract class PersonFold<T> implements PersonScan.Fold<T> {
  private final ReadTouch read;
  private Person atHand = new Person();

  PersonFold(FunnelConditions funnels) {
    this.read = new ReadTouch(funnels);
  }

  /** The touches of a person are complete. */
  abstract void person(Person person);

  @Override
  public final void touch(long key, InternalRow row) {
    atHand.key = key;
    read.into(atHand, row);
  }

  @Override
  public final void endPerson() {
    person(atHand);
    atHand = new Person();
  }
}

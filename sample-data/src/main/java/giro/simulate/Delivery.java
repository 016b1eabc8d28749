package giro.simulate;

import giro.schema.EventSchemas;
import giro.simulate.Profile.NoiseRates;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * Brings acts into the landing folders as real systems do: mostly the same night, some late, some
 * twice, some twice with a difference, and now and then a broken row beside the good one.
 */
final class Delivery {
  private static final int PURPOSE = 10;

  private final NoiseRates rates;
  private final long seed;
  private final Folders folders;
  private final Map<Source, Writer> writers = new EnumMap<>(Source.class);
  private final Map<Source, List<Schema>> schemas = new EnumMap<>(Source.class);

  Delivery(Population population, Society society) {
    this.rates = population.profile.noise();
    this.seed = population.seed;
    this.folders = Folders.of(population);
    Words words = new Words(new Names(population, society.numbers()), society, population.profile);
    writers.put(Source.WEB, new WebWriter(words));
    writers.put(Source.APP, new AppWriter(words));
    writers.put(Source.DEALER, new DealerWriter(words));
    writers.put(Source.CALL_CENTER, new CallWriter(words));
    writers.put(Source.REVIEW, new ReviewWriter(words));
    writers.put(Source.SOCIAL, new SocialWriter(words));
    for (Source source : Source.values()) {
      schemas.put(source, EventSchemas.all(source.folder));
    }
  }

  /** Hands over all rows of one act. */
  void deliver(Act act, Person person, Consumer<Shipment> landing) {
    Dice dice = Dice.of(seed, act.id, PURPOSE);
    long received = act.trueAt + delay(act, dice);
    if (dice.chance(rates.late())) {
      received += (long) (dice.between(1, rates.lateDays()) * 86_400) * 1000;
    }
    landing.accept(shipment(act, row(act, person, received), received));
    double thrown = dice.next();
    if (thrown < rates.duplicate() + rates.conflict()) {
      long again = received + (long) (dice.next() * 20 * 3600) * 1000;
      Act copy = thrown < rates.conflict() ? differing(act) : act;
      landing.accept(shipment(act, row(copy, person, again), again));
    } else if (thrown < rates.duplicate() + rates.conflict() + rates.malformed()) {
      landing.accept(broken(act, person, received));
    }
  }

  /** Export at night for dealers, harvest after hours for listening, seconds for the rest. */
  private static long delay(Act act, Dice dice) {
    return switch (act.kind.source) {
      case DEALER -> {
        long export = Scene.dayOf(act.trueAt) + 22 * Scene.HOUR + dice.below(3600) * 1000L;
        yield Math.max(export - act.trueAt, Scene.MINUTE);
      }
      case REVIEW, SOCIAL -> (long) (dice.between(0.5, 5) * Scene.HOUR) / 1000 * 1000;
      case CALL_CENTER -> (60L + act.talkSeconds) * 1000;
      case WEB, APP -> 1000L + dice.below(5) * 1000L;
    };
  }

  private GenericRecord row(Act act, Person person, long received) {
    Source source = act.kind.source;
    return writers.get(source).row(schema(source, folder(received)), act, person, received);
  }

  /** The newest version came with the nightly folders; older ones were written before. */
  private Schema schema(Source source, int folder) {
    List<Schema> versions = schemas.get(source);
    return folders.isNightly(folder) ? versions.get(versions.size() - 1) : versions.get(0);
  }

  private int folder(long received) {
    return folders.folder((int) Math.floorDiv(received, TrueOrder.DAY));
  }

  private Shipment shipment(Act act, GenericRecord row, long received) {
    Source source = act.kind.source;
    byte[] bytes = Rendering.of(source).bytes(row);
    return new Shipment(source, folder(received), received, act.id, bytes);
  }

  /** The same event told a little later and with another sum. */
  private static Act differing(Act act) {
    Act copy = act.copy();
    copy.at += act.dateOnly ? 0 : 3_000;
    copy.amount = act.amount + 50;
    return copy;
  }

  private Shipment broken(Act act, Person person, long received) {
    Act other = act.copy();
    other.id = Dice.mix(act.id) & 0xFFFFFFFFFFFFL;
    GenericRecord row = row(other, person, received);
    byte[] bytes = Rendering.of(act.kind.source).broken(row, (int) (act.id & 15));
    return new Shipment(act.kind.source, folder(received), received, other.id, bytes);
  }
}

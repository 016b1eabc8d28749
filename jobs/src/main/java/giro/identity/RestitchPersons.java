package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.identity.StitchIdentities.Made;
import giro.lake.Lake;
import giro.model.table.HeldLinks;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The identity stage over those alone whom a night may change. Gives the identities, links and
 * persons that {@link MakePersons} makes of all touches: of the region's identifiers it reads every
 * touch, and where that shows that others are concerned after all, it looks again or gives up.
 */
public final class RestitchPersons {
  private static final String CHANGED = "changed";
  private static final String TOUCHED = "touched";
  private static final String LINKS = "made_links";
  private static final String IDENTITIES = "made_identities";
  private static final int ATTEMPTS = 3;

  private final IdentitySettings settings;
  private final MakePersons makePersons;
  private final Lake lake;
  private String why;

  /**
   * @param makePersons the same stage over everybody
   * @param lake with the identities and links of the last derivation, under the same settings
   */
  public RestitchPersons(MakePersons makePersons, Lake lake) {
    this.makePersons = makePersons;
    this.settings = makePersons.settings();
    this.lake = lake;
  }

  /**
   * Replaces links and identities of whom the night may change, and adds to the history. Empty,
   * with nothing written, where too many are concerned or it cannot be told who is.
   *
   * @param touches as they are now
   * @param changed those that came, went or began to count since the last derivation
   * @param most where more touches than this are concerned, making all anew is cheaper
   */
  public Optional<Restitched> over(
      StoredTouches touches, Dataset<Row> changed, Dataset<Row> decisions, long most, Run run) {
    FindRegion find = new FindRegion(settings, touches, lake);
    Changed tonight = Changed.of(lake.setAside(CHANGED, changed), decisions, find.keys());
    KeySet wide = KeySet.NONE;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Region region = find.around(tonight, wide);
      Column isRead = region.reads(find.keys().bases());
      Dataset<Row> read = lake.setAside(TOUCHED, touches.all().filter(isRead));
      long count = read.count();
      if (count > most) {
        why = "the night concerns %d touches".formatted(count);
        return Optional.empty();
      }
      KeySet looked = wide;
      Outcome outcome =
          makePersons
              .stitching()
              .stitch(
                  read, decisions, region, lake, made -> judged(made, region, read, looked, run));
      if (outcome.written().isPresent()) {
        return Optional.of(assigned(read, isRead, outcome.written().get()));
      }
      if (outcome.wide().isEmpty()) {
        why = "a value that was shared is shared no longer";
        return Optional.empty();
      }
      wide = wide.with(outcome.wide());
    }
    why = "it turned too many shared values";
    return Optional.empty();
  }

  /** Why {@link #over} gave nothing. */
  public String why() {
    return why;
  }

  /** Drops what was set aside; the touches given back cannot be read afterwards. */
  static void release(Lake lake) {
    List.of(CHANGED, TOUCHED, LINKS, IDENTITIES).forEach(lake::dropAside);
  }

  /** Which night it is for. */
  public record Run(LocalDate asOf, String id) {}

  /** What was written; or else values to look wider around, none where that would not help. */
  private record Outcome(Optional<Written> written, KeySet wide) {}

  /** Persons of before and of now, and what assigning touches needs. */
  private record Written(KeySet persons, Stitched stitched) {}

  private Outcome judged(Made made, Region region, Dataset<Row> read, KeySet looked, Run run) {
    Dataset<Row> links = lake.setAside(LINKS, made.links());
    Dataset<Row> identities = lake.setAside(IDENTITIES, made.identities());
    Column leaves = not(col(IdentityLinks.IS_SHARED)).and(not(region.ownsBothEnds()));
    if (!links.filter(leaves).isEmpty()) {
      return new Outcome(Optional.empty(), KeySet.NONE); // a value is shared no longer
    }
    Dataset<Row> before =
        lake.read(Identities.CONTRACT).filter(region.owns(Identities.LINK_KEY, Identities.HASH));
    KeySet wider = turned(before, identities, made.stitched(), read).without(looked);
    if (!wider.isEmpty()) {
      return new Outcome(Optional.empty(), wider);
    }
    KeySet persons = persons(before).with(persons(identities));
    Column isReplaced = region.owns(Identities.LINK_KEY, Identities.HASH);
    makePersons.addHistory(before, identities, links, lake, run);
    StitchIdentities.AT_ONCE.run(
        List.of(
            () -> lake.replace(IdentityLinks.CONTRACT, region.ownsAnEnd(), links),
            () -> lake.replace(Identities.CONTRACT, isReplaced, identities)));
    lake.overwrite(HeldLinks.CONTRACT, StitchIdentities.held(lake));
    return new Outcome(Optional.of(new Written(persons, made.stitched())), KeySet.NONE);
  }

  private static KeySet persons(Dataset<Row> identities) {
    return KeySet.collected(
        identities
            .filter(col(Identities.PERSON_KEY).isNotNull())
            .select(Identities.PERSON_KEY)
            .distinct());
  }

  /**
   * Values on which somebody outside of the region may win or lose a touch: those that became a
   * crowd, and those that touches carry beside a value that began or ceased to join persons.
   */
  private static KeySet turned(
      Dataset<Row> before, Dataset<Row> identities, Stitched stitched, Dataset<Row> read) {
    Dataset<Row> former =
        before.select(
            col(Identities.LINK_KEY).as("_key"),
            col(Identities.IS_SHARED).as("_shared"),
            col(Identities.IS_CROWD).as("_crowd"));
    Column isOtherCrowd = col("_crowd").notEqual(col(Identities.IS_CROWD));
    List<Row> turned =
        identities
            .join(former, col(Identities.LINK_KEY).equalTo(col("_key")))
            .filter(isOtherCrowd.or(col("_shared").notEqual(col(Identities.IS_SHARED))))
            .select(col(Identities.LINK_KEY), col(Identities.HASH), isOtherCrowd)
            .collectAsList();
    LongStream crowds =
        turned.stream()
            .filter(row -> row.getBoolean(2))
            .mapToLong(row -> LinkKeys.base(row.getString(1)));
    KeySet apart = KeySet.of(turned.stream().mapToLong(row -> row.getLong(0)));
    KeySet beside = apart.isEmpty() ? KeySet.NONE : beside(apart, stitched, read);
    return KeySet.of(LongStream.concat(crowds, beside.stream()));
  }

  /** Bases of the other values apart on touches that carry one of these. */
  private static KeySet beside(KeySet turned, Stitched stitched, Dataset<Row> read) {
    Column key = col("_id.key");
    Dataset<Row> carried =
        read.select(stitched.linkKeys().column().as("_ids"))
            .filter(exists(col("_ids"), id -> turned.has(id.getField("key"))))
            .select(explode(col("_ids")).as("_id"))
            .filter(stitched.apart().has(key).and(not(turned.has(key))));
    return KeySet.of(
        carried.select(col("_id.hash")).distinct().collectAsList().stream()
            .mapToLong(row -> LinkKeys.base(row.getString(0))));
  }

  private Restitched assigned(Dataset<Row> read, Column isRead, Written written) {
    Dataset<Row> keys =
        read.select(explode(written.stitched().linkKeys().column()).as("_id"))
            .select(col("_id.key"))
            .distinct();
    KeySet carried = KeySet.collected(keys);
    Dataset<Row> identities =
        lake.read(Identities.CONTRACT).filter(carried.has(col(Identities.LINK_KEY)));
    Dataset<Row> assigned =
        new AssignPersons(settings, written.stitched(), lake)
            .apply(read, identities, carried.size())
            .filter(written.persons().has(col(Identities.PERSON_KEY)));
    return new Restitched(assigned, written.persons(), isRead);
  }
}

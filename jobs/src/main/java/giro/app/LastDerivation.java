package giro.app;

import static org.apache.spark.sql.functions.*;

import giro.config.GiroSettings;
import giro.config.LapFingerprints;
import giro.lake.Lake;
import giro.lake.Lake.Changes;
import giro.model.table.Derivations;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.JourneyTouches;
import giro.model.table.KeptShared;
import giro.model.table.Laps;
import giro.model.table.PersonNames;
import giro.model.table.TableContract;
import giro.model.table.Touches;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** What a lake's persons, journeys and laps were last derived from, beside what it holds now. */
final class LastDerivation {
  private static final List<TableContract> DERIVED =
      List.of(IdentityLinks.CONTRACT, Identities.CONTRACT, JourneyTouches.CONTRACT, Laps.CONTRACT);

  private final SparkSession spark;
  private final GiroSettings settings;
  private final Lake lake;
  private final LocalDate asOf;
  private String why;

  LastDerivation(SparkSession spark, GiroSettings settings, Lake lake, LocalDate asOf) {
    this.spark = spark;
    this.settings = settings;
    this.lake = lake;
    this.asOf = asOf;
  }

  /**
   * Touches that came, went or began to count since; a few others may be among them. Empty where
   * everybody has to be derived.
   */
  Optional<Dataset<Row>> changed() {
    List<Row> last = lake.read(Derivations.CONTRACT).collectAsList();
    why = last.size() == 1 ? whyNot(last.get(0)) : "there is no derivation to go on from";
    if (why != null) {
      return Optional.empty();
    }
    LocalDate before = last.get(0).<Date>getAs(Derivations.AS_OF).toLocalDate();
    long version = last.get(0).getAs(Derivations.TOUCHES_VERSION);
    Optional<Changes> changes = lake.changesSince(Touches.CONTRACT, version);
    why = changes.isPresent() ? null : "former files of touches were tidied away";
    return changes.map(some -> rows(some).unionByName(begunToCount(before)));
  }

  /** Why {@link #changed} gave nothing. */
  String why() {
    return why;
  }

  /** Null where the night may go on from the last. */
  private String whyNot(Row last) {
    if (last.<Date>getAs(Derivations.AS_OF).toLocalDate().isAfter(asOf)) {
      return "the night is before the last one";
    }
    if (!last.<String>getAs(Derivations.SETTINGS).equals(under())) {
      return "settings, rules, privacy key or program changed";
    }
    if (last.<Long>getAs(Derivations.NAMES_VERSION) != lake.version(PersonNames.CONTRACT)
        || last.<Long>getAs(Derivations.KEPT_SHARED_VERSION) != lake.version(KeptShared.CONTRACT)) {
      return "the privacy key changed, or somebody was forgotten";
    }
    return DERIVED.stream().anyMatch(lake::isWorn) ? "the tables are due to be written anew" : null;
  }

  /** Without the rows that only moved to another file. */
  private static Dataset<Row> rows(Changes changes) {
    if (changes.hasOnlyCome()) {
      return changes.came();
    }
    return apart(changes.came(), changes.went()).unionByName(apart(changes.went(), changes.came()));
  }

  /** By all they say: a better copy of a touch keeps its event id and the night it landed first. */
  private static Dataset<Row> apart(Dataset<Row> rows, Dataset<Row> others) {
    Column all = xxhash64(to_json(struct(col("*"))));
    return rows.withColumn("_all", all)
        .join(others.select(all.as("_other")), col("_all").equalTo(col("_other")), "left_anti")
        .drop("_all");
  }

  /** Touches that had landed already, and occurred after the end of that night. */
  private Dataset<Row> begunToCount(LocalDate before) {
    long from = NightStages.endOf(before);
    long to = NightStages.endOf(asOf);
    Column isOfThese =
        col(Touches.OCCURRED_AT)
            .geq(timestamp_micros(lit(from)))
            .and(col(Touches.OCCURRED_AT).lt(timestamp_micros(lit(to))));
    return lake.readFilesBetween(Touches.CONTRACT, Touches.OCCURRED_AT, from, to).filter(isOfThese);
  }

  /** Remembers that the tables now are of this night. */
  void note(String runId) {
    Row row =
        RowFactory.create(
            Date.valueOf(asOf),
            runId,
            lake.version(Touches.CONTRACT),
            lake.version(PersonNames.CONTRACT),
            lake.version(KeptShared.CONTRACT),
            under());
    lake.overwrite(
        Derivations.CONTRACT, spark.createDataFrame(List.of(row), Derivations.CONTRACT.schema()));
  }

  private String under() {
    LapFingerprints of = settings.lapFingerprints();
    return String.join(
        " ", of.laps(), of.rules(), String.valueOf(settings.privacy().keyId()), CodeVersion.get());
  }
}

package giro.quality;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lanes;
import giro.lake.Lanes.Piece;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judges the written, not yet published tables by the configured expectations. */
public final class CheckExpectations {
  private static final int AT_ONCE = 3;

  private final List<Expectation> expectations;
  private final LocalDate asOf;

  public CheckExpectations(List<Expectation> expectations, LocalDate asOf) {
    this.expectations = List.copyOf(expectations);
    this.asOf = asOf;
  }

  /** Nothing may be published. */
  public static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message);
    }
  }

  /**
   * Checks every expectation; those that only warn are given back.
   *
   * @param isThere whether a table of that name was written
   * @throws Broken naming each broken expectation that stops the run, with its owner
   */
  public List<String> check(Function<String, Dataset<Row>> tables, Predicate<String> isThere) {
    List<String> warnings = new ArrayList<>();
    List<String> stops = new ArrayList<>();
    List<Piece<String>> verdicts =
        expectations.stream().map(e -> new Piece<>(() -> judge(e, tables, isThere))).toList();
    new Lanes(AT_ONCE).run(verdicts);
    for (int i = 0; i < verdicts.size(); i++) {
      String broken = verdicts.get(i).get();
      boolean stopsRun = expectations.get(i).severity() == Expectation.Severity.STOP;
      if (broken != null) {
        (stopsRun ? stops : warnings).add(broken);
      }
    }
    if (!stops.isEmpty()) {
      throw new Broken("Nothing was published: " + String.join("; ", stops) + ".");
    }
    return warnings;
  }

  private String judge(
      Expectation expectation, Function<String, Dataset<Row>> tables, Predicate<String> isThere) {
    String who = " (table " + expectation.table() + ", owner " + expectation.owner() + ")";
    if (!isThere.test(expectation.table())) {
      return "expectation \"" + expectation.name() + "\" names an unknown table" + who;
    }
    Row verdict =
        tables
            .apply(expectation.table())
            .withColumn("as_of", lit(java.sql.Date.valueOf(asOf)))
            .agg(
                expr(expectation.condition()).as("holds"),
                expr(expectation.names().orElse("''")).cast("string").as("names"))
            .first();
    if (verdict.isNullAt(0) || verdict.getBoolean(0)) {
      return null;
    }
    String names = verdict.isNullAt(1) ? "" : verdict.getString(1);
    return "expectation \""
        + expectation.name()
        + "\" does not hold"
        + (names.isEmpty() ? "" : " for " + names)
        + who;
  }
}

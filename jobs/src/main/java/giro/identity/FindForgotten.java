package giro.identity;

import static org.apache.spark.sql.functions.col;

import giro.lake.Lake;
import giro.model.domain.Times;
import giro.model.table.ForgottenValues;
import giro.model.table.Identities;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Whom an identifier stands for, and which identifiers are theirs alone. A value that passed from
 * one person to another stands for each of them; a shared or held one stands for nobody.
 */
public final class FindForgotten {
  private final SparkSession spark;
  private final Dataset<Row> identities;

  public FindForgotten(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.identities = lake.read(Identities.CONTRACT);
  }

  /**
   * Who was found.
   *
   * @param personIds the persons; empty where nobody is known by the values
   * @param values rows of {@link ForgottenValues}: theirs, and those named that are nobody's
   * @param shared kinds of the named values that several people share, none of them theirs
   */
  public record Found(List<String> personIds, Dataset<Row> values, List<String> shared) {}

  /**
   * @param named kind and keyed hash of each value
   */
  public Found by(List<DecideRule.End> named) {
    Object[] hashes = named.stream().map(DecideRule.End::hash).toArray();
    List<Row> known = identities.filter(col(Identities.HASH).isin(hashes)).collectAsList();
    TreeSet<String> persons = new TreeSet<>();
    known.stream()
        .filter(row -> row.getAs(Identities.PERSON_ID) != null)
        .forEach(row -> persons.add(row.getAs(Identities.PERSON_ID)));
    List<String> shared = new ArrayList<>();
    List<Row> values = new ArrayList<>(theirs(persons));
    for (DecideRule.End value : named) {
      List<Row> lives =
          known.stream().filter(row -> value.hash().equals(row.getAs(Identities.HASH))).toList();
      if (lives.isEmpty()) {
        values.add(RowFactory.create(value.kind(), value.hash(), null, null, null));
      } else if (lives.stream().allMatch(row -> row.getAs(Identities.PERSON_ID) == null)) {
        shared.add(value.kind());
      }
    }
    return new Found(
        List.copyOf(persons),
        spark.createDataFrame(values, ForgottenValues.SCHEMA),
        List.copyOf(shared));
  }

  /** The identifiers of a few persons, each life of a value that others had too by itself. */
  private List<Row> theirs(TreeSet<String> persons) {
    if (persons.isEmpty()) {
      return List.of();
    }
    Dataset<Row> own =
        identities
            .filter(col(Identities.PERSON_ID).isInCollection(persons))
            .select(col(Identities.HASH).as("_own"))
            .distinct();
    Map<String, List<Row>> lives = new LinkedHashMap<>();
    identities
        .join(own, col(Identities.HASH).equalTo(col("_own")), "left_semi")
        .orderBy(Identities.KIND, Identities.HASH, Identities.OWNERSHIP)
        .collectAsList()
        .forEach(
            row ->
                lives
                    .computeIfAbsent(row.getAs(Identities.HASH), hash -> new ArrayList<>(1))
                    .add(row));
    List<Row> values = new ArrayList<>();
    lives.values().forEach(of -> values.addAll(theirs(of, persons)));
    return values;
  }

  private static List<Row> theirs(List<Row> lives, TreeSet<String> persons) {
    List<Row> own = lives.stream().filter(life -> isOf(life, persons)).toList();
    if (own.size() == lives.size()) {
      Row any = own.get(0);
      return List.of(
          RowFactory.create(
              any.getAs(Identities.KIND), any.getAs(Identities.HASH), null, null, null));
    }
    Row first = lives.get(0);
    Row last = lives.get(lives.size() - 1);
    return own.stream()
        .map(
            life ->
                RowFactory.create(
                    life.getAs(Identities.KIND),
                    life.getAs(Identities.HASH),
                    life.getAs(Identities.OWNERSHIP),
                    life == first ? null : micros(life, Identities.FIRST_SEEN_AT),
                    life == last ? null : micros(life, Identities.LAST_SEEN_AT)))
        .toList();
  }

  private static boolean isOf(Row life, TreeSet<String> persons) {
    String person = life.getAs(Identities.PERSON_ID);
    return person != null && persons.contains(person);
  }

  private static Long micros(Row life, String column) {
    return Times.micros(life.<Timestamp>getAs(column));
  }
}

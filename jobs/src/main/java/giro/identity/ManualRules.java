package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.IdentityRules;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * The rules of hand that hold tonight, on the identifiers they speak of. A pair's later decision
 * wins; a decision taken back leaves what was decided before it. Identifiers never seen are waited
 * for. People make them one by one, so that they fit the driver.
 */
final class ManualRules {
  private static final int EVIDENCE_PRECEDENCE = 2;

  private final List<Pair> links = new ArrayList<>();
  private final List<Pair> unlinks = new ArrayList<>();

  /** Two ends as the registry has them, and when it was decided. */
  private record Pair(Row from, Row to, Timestamp decidedAt) {}

  /** A pair of identifiers, by kind and hash. */
  private record Named(String fromKind, String fromHash, String toKind, String toHash) {}

  /**
   * @param decisions every row of {@link IdentityRules}
   * @param identifiers from {@link SeenTogether#identifiers}
   */
  static ManualRules of(Dataset<Row> decisions, Dataset<Row> identifiers) {
    ManualRules rules = new ManualRules();
    Map<Named, Row> inForce = inForce(decisions);
    Map<List<String>, List<Row>> seen = seen(inForce, identifiers);
    inForce.forEach(
        (pair, decision) -> {
          List<Row> from = seen.getOrDefault(List.of(pair.fromKind(), pair.fromHash()), List.of());
          List<Row> to = seen.getOrDefault(List.of(pair.toKind(), pair.toHash()), List.of());
          rules.add(decision, from, to);
        });
    return rules;
  }

  private static Map<Named, Row> inForce(Dataset<Row> decisions) {
    Map<List<Object>, Row> latest = new LinkedHashMap<>();
    decisions
        .orderBy(IdentityRules.DECIDED_AT)
        .collectAsList()
        .forEach(row -> latest.put(List.of(named(row), row.getAs(IdentityRules.ACTION)), row));
    Map<Named, Row> inForce = new LinkedHashMap<>();
    latest.values().stream()
        .filter(row -> !row.<Boolean>getAs(IdentityRules.IS_TAKEN_BACK))
        .sorted(Comparator.comparing(row -> row.<Timestamp>getAs(IdentityRules.DECIDED_AT)))
        .forEach(row -> inForce.put(named(row), row));
    return inForce;
  }

  private static Named named(Row row) {
    return new Named(
        row.getAs(IdentityRules.FROM_KIND),
        row.getAs(IdentityRules.FROM_HASH),
        row.getAs(IdentityRules.TO_KIND),
        row.getAs(IdentityRules.TO_HASH));
  }

  /** The registry's rows of the identifiers in force, the latest ownership first. */
  private static Map<List<String>, List<Row>> seen(
      Map<Named, Row> inForce, Dataset<Row> identifiers) {
    Map<List<String>, List<Row>> seen = new HashMap<>();
    if (inForce.isEmpty()) {
      return seen;
    }
    Object[] hashes =
        inForce.keySet().stream()
            .flatMap(pair -> java.util.stream.Stream.of(pair.fromHash(), pair.toHash()))
            .distinct()
            .toArray();
    identifiers
        .filter(col(Identities.HASH).isin(hashes))
        .select(Identities.KIND, Identities.HASH, Identities.OWNERSHIP, Identities.LINK_KEY)
        .orderBy(col(Identities.OWNERSHIP).desc())
        .collectAsList()
        .forEach(
            row ->
                seen.computeIfAbsent(
                        List.of(row.getString(0), row.getString(1)), key -> new ArrayList<>())
                    .add(row));
    return seen;
  }

  /** A link speaks of the latest ownership or life of a value, an unlink of every one. */
  private void add(Row decision, List<Row> from, List<Row> to) {
    Timestamp at = decision.getAs(IdentityRules.DECIDED_AT);
    if (decision.getAs(IdentityRules.ACTION).equals("link")) {
      if (!from.isEmpty() && !to.isEmpty()) {
        links.add(new Pair(from.get(0), to.get(0), at));
      }
      return;
    }
    for (Row one : from) {
      for (Row other : to) {
        unlinks.add(new Pair(one, other, at));
      }
    }
  }

  /** Values that a rule gives to a person, over their cap or not. */
  KeySet claimed() {
    return KeySet.of(
        links.stream().flatMapToLong(p -> LongStream.of(p.from().getLong(3), p.to().getLong(3))));
  }

  /** The links made by hand, with the columns of observed ones. */
  Dataset<Row> links(SparkSession spark, Dataset<Row> observed) {
    List<Row> rows =
        links.stream()
            .map(
                p ->
                    RowFactory.create(
                        p.from().get(0),
                        p.from().get(1),
                        p.to().get(0),
                        p.to().get(1),
                        p.from().get(3),
                        p.to().get(3),
                        p.decidedAt()))
            .toList();
    Dataset<Row> made =
        spark.createDataFrame(
            rows,
            observed
                .select(
                    IdentityLinks.FROM_KIND,
                    IdentityLinks.FROM_HASH,
                    IdentityLinks.TO_KIND,
                    IdentityLinks.TO_HASH,
                    IdentityLinks.FROM_KEY,
                    IdentityLinks.TO_KEY,
                    IdentityLinks.VALID_FROM)
                .schema());
    return made.withColumn(IdentityLinks.EVIDENCE, lit("manual"))
        .withColumn(IdentityLinks.PRECEDENCE, lit(EVIDENCE_PRECEDENCE))
        .withColumn(IdentityLinks.TOUCHES, lit(0L));
  }

  boolean hasLinks() {
    return !links.isEmpty();
  }

  /** Pairs of keys that are never one person, in one flat array. */
  long[] unlinked() {
    return unlinks.stream()
        .flatMapToLong(p -> LongStream.of(p.from().getLong(3), p.to().getLong(3)))
        .toArray();
  }
}

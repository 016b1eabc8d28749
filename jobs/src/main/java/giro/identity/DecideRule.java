package giro.identity;

import static org.apache.spark.sql.functions.col;

import giro.lake.Lake;
import giro.model.table.IdentityRules;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Notes a decision about two identifiers; it holds from the next run. */
public final class DecideRule {
  private final SparkSession spark;
  private final Lake lake;

  public DecideRule(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** An identifier as the lake knows it. */
  public record End(String kind, String hash) implements Comparable<End> {
    @Override
    public int compareTo(End other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : hash.compareTo(other.hash);
    }
  }

  /**
   * One decision.
   *
   * @param action link or unlink
   * @param one an end; which of the two comes first does not matter
   * @param isTakenBack true to take the same decision, made before, back
   * @param reason null where nothing was said
   */
  public record Decision(
      String action,
      End one,
      End other,
      int keyId,
      boolean isTakenBack,
      Instant at,
      String by,
      String reason) {
    private End first() {
      return one.compareTo(other) <= 0 ? one : other;
    }

    private End second() {
      return one.compareTo(other) <= 0 ? other : one;
    }
  }

  /**
   * Adds the decision.
   *
   * @return false where there is nothing to take back; nothing is noted then
   */
  public boolean note(Decision decision) {
    if (decision.isTakenBack() && !holds(decision)) {
      return false;
    }
    Row row =
        RowFactory.create(
            decision.action(),
            decision.first().kind(),
            decision.first().hash(),
            decision.second().kind(),
            decision.second().hash(),
            decision.keyId(),
            decision.isTakenBack(),
            Timestamp.from(decision.at()),
            decision.by(),
            decision.reason());
    lake.append(
        IdentityRules.CONTRACT,
        spark.createDataFrame(List.of(row), IdentityRules.CONTRACT.schema()));
    return true;
  }

  private boolean holds(Decision decision) {
    Column isSame =
        col(IdentityRules.ACTION)
            .equalTo(decision.action())
            .and(col(IdentityRules.FROM_KIND).equalTo(decision.first().kind()))
            .and(col(IdentityRules.FROM_HASH).equalTo(decision.first().hash()))
            .and(col(IdentityRules.TO_KIND).equalTo(decision.second().kind()))
            .and(col(IdentityRules.TO_HASH).equalTo(decision.second().hash()));
    List<Row> latest =
        lake.read(IdentityRules.CONTRACT)
            .filter(isSame)
            .orderBy(col(IdentityRules.DECIDED_AT).desc())
            .limit(1)
            .collectAsList();
    return !latest.isEmpty() && !latest.get(0).<Boolean>getAs(IdentityRules.IS_TAKEN_BACK);
  }
}

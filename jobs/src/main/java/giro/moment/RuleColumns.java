package giro.moment;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** The touch fields that a rule or a milestone may name, with their types. */
public final class RuleColumns {

  /**
   * Added by {@link MatchRules}: bit i of element j says that rule 64 * j + i's condition holds.
   */
  public static final String RULE_HITS = "rule_hits";

  private static final StructType TOUCH =
      StructType.fromDDL(
          """
          source STRING, channel STRING, department STRING, event_type STRING,
          occurred_at TIMESTAMP, market STRING, model STRING, dealer_id STRING, vin STRING,
          campaign STRING, content_id STRING, in_reply_to STRING, device STRING,
          acquisition_kind STRING, customer_type STRING, vehicle_type STRING, rating DOUBLE,
          sentiment DOUBLE, topic STRING, reach BIGINT, amount DOUBLE, currency STRING,
          attributes MAP<STRING, STRING>""");

  private RuleColumns() {}

  /** The columns with types; a stage that matches rules needs all of them. */
  public static StructType schema() {
    return TOUCH;
  }

  /** Their names, in order. */
  public static List<String> names() {
    return List.of(TOUCH.fieldNames());
  }
}

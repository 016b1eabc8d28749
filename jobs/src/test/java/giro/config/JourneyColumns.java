package giro.config;

import org.apache.spark.sql.types.StructType;

/** The columns of journey_touches that the tests' funnels name. */
final class JourneyColumns {

  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          event_id STRING, source STRING, event_type STRING, occurred_at TIMESTAMP, moment STRING,
          linear_stage STRING, human_step STRING, is_acquisition BOOLEAN, rating DOUBLE,
          market STRING, model STRING, dealer_id STRING, channel STRING, move STRING""");

  private JourneyColumns() {}
}

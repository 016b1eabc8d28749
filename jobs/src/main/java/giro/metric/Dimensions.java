package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.DimDate;
import giro.model.table.DimDealer;
import giro.model.table.DimMarket;
import giro.model.table.DimModel;
import giro.model.table.DimMoment;
import giro.model.table.JourneyTouches;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The dimensions of the published star: labels in English and Italian. */
public final class Dimensions {
  private final SparkSession spark;

  public Dimensions(SparkSession spark) {
    this.spark = spark;
  }

  /** Every day from the first of {@code from}'s month to {@code to}. */
  public Dataset<Row> dates(LocalDate from, LocalDate to) {
    List<Row> rows = new ArrayList<>();
    for (LocalDate day = from.withDayOfMonth(1); !day.isAfter(to); day = day.plusDays(1)) {
      rows.add(
          RowFactory.create(
              java.sql.Date.valueOf(day),
              java.sql.Date.valueOf(day.withDayOfMonth(1)),
              day.getYear(),
              day.get(IsoFields.QUARTER_OF_YEAR),
              day.getMonthValue(),
              day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
              day.getMonth().getDisplayName(TextStyle.FULL, Locale.ITALIAN),
              day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
              day.getDayOfWeek().getValue(),
              day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
              day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ITALIAN),
              day.getDayOfWeek().getValue() >= 6));
    }
    return spark.createDataFrame(rows, DimDate.CONTRACT.schema());
  }

  public Dataset<Row> markets(Dataset<Row> journeyTouches) {
    Column name =
        udf(
                (String code) -> new Locale("", code).getDisplayCountry(Locale.ENGLISH),
                org.apache.spark.sql.types.DataTypes.StringType)
            .apply(col(DimMarket.MARKET));
    Column nome =
        udf(
                (String code) -> new Locale("", code).getDisplayCountry(Locale.ITALIAN),
                org.apache.spark.sql.types.DataTypes.StringType)
            .apply(col(DimMarket.MARKET));
    return Gold.as(
        DimMarket.CONTRACT,
        values(journeyTouches, JourneyTouches.MARKET_SO_FAR, DimMarket.MARKET)
            .withColumn(DimMarket.LABEL_EN, label(DimMarket.MARKET, "all markets", "unknown", name))
            .withColumn(
                DimMarket.LABEL_IT,
                label(DimMarket.MARKET, "tutti i mercati", "sconosciuto", nome)));
  }

  public Dataset<Row> models(Dataset<Row> journeyTouches) {
    Column own = col(DimModel.MODEL);
    return Gold.as(
        DimModel.CONTRACT,
        values(journeyTouches, JourneyTouches.MODEL_SO_FAR, DimModel.MODEL)
            .withColumn(DimModel.LABEL_EN, label(DimModel.MODEL, "all models", "unknown", own))
            .withColumn(
                DimModel.LABEL_IT, label(DimModel.MODEL, "tutti i modelli", "sconosciuto", own)));
  }

  public Dataset<Row> dealers(Dataset<Row> journeyTouches) {
    Column id = col(DimDealer.DEALER_ID);
    return Gold.as(
        DimDealer.CONTRACT,
        journeyTouches
            .filter(col(JourneyTouches.DEALER_ID).isNotNull())
            .groupBy(
                col(JourneyTouches.DEALER_ID).as(DimDealer.DEALER_ID),
                col(JourneyTouches.MARKET_SO_FAR).as(DimDealer.MARKET))
            .count()
            .groupBy(DimDealer.DEALER_ID)
            .agg(
                max(struct(col("count"), col(DimDealer.MARKET)))
                    .getField(DimDealer.MARKET)
                    .as(DimDealer.MARKET))
            .withColumn(DimDealer.LABEL_EN, concat(lit("Dealer "), id))
            .withColumn(DimDealer.LABEL_IT, concat(lit("Concessionario "), id)));
  }

  public Dataset<Row> moments() {
    List<Row> rows = new ArrayList<>();
    for (MomentLabels labels : MomentLabels.values()) {
      rows.add(labels.row());
    }
    return spark.createDataFrame(rows, DimMoment.CONTRACT.schema());
  }

  private Dataset<Row> values(Dataset<Row> touches, String column, String name) {
    return touches
        .select(col(column).as(name))
        .union(
            spark
                .createDataset(
                    List.of(Combinations.ALL, "unknown"), org.apache.spark.sql.Encoders.STRING())
                .toDF(name))
        .distinct();
  }

  private static Column label(String column, String all, String unknown, Column own) {
    return when(col(column).equalTo(Combinations.ALL), all)
        .when(col(column).equalTo("unknown"), unknown)
        .otherwise(own);
  }
}

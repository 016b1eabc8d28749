package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.domain.ConversionPair;
import giro.model.measure.Incidence;
import giro.model.table.Headline;
import giro.model.table.Laps;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** {@code headline}: the few figures over all cohorts that stand at the top of the page. */
public final class ComputeHeadline implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The conversions marketers ask for first. */
  private static final List<ConversionPair> PAIRS =
      List.of(
          ConversionPair.ZMOT_ACQUISITION,
          ConversionPair.ZMOT_FMOT,
          ConversionPair.FMOT_ACQUISITION,
          ConversionPair.ACQUISITION_DELIVERY,
          ConversionPair.SMOT_UMOT,
          ConversionPair.UMOT_ZMOT);

  private final WindowSettings windows;
  private final long now;

  public ComputeHeadline(WindowSettings windows, long asOfEnd) {
    this.windows = windows;
    this.now = asOfEnd;
  }

  public Dataset<Row> table(Dataset<Row> laps) {
    return Gold.withMarks(counts(laps)).unionByName(conversions(laps));
  }

  /** Each figure over all markets, by name; null where it has no value. */
  public Map<String, Double> overAllMarkets(Dataset<Row> laps) {
    Map<String, Double> values = new TreeMap<>();
    table(laps)
        .filter(col(Headline.MARKET).equalTo(Combinations.ALL))
        .select(Headline.FIGURE, Headline.VALUE)
        .collectAsList()
        .forEach(row -> values.put(row.getString(0), row.isNullAt(1) ? null : row.getDouble(1)));
    return values;
  }

  private Dataset<Row> counts(Dataset<Row> laps) {
    Dataset<Row> perPerson =
        laps.withColumn(Headline.MARKET, explode(array(col(Laps.MARKET), lit(Combinations.ALL))))
            .groupBy(Headline.MARKET, Laps.PERSON_ID)
            .agg(
                count(lit(1)).as("laps"),
                count(col(Laps.ACQUISITION_AT)).as("acquisitions"),
                sum(col(Laps.IS_RETURN).cast("bigint")).as("return_laps"));
    Dataset<Row> totals =
        perPerson
            .groupBy(Headline.MARKET)
            .agg(
                count(lit(1)).as("persons"),
                sum("laps").as("laps"),
                sum("acquisitions").as("acquisitions"),
                sum("return_laps").as("return_laps"));
    Column figures =
        array(
            figure("persons", "customers", "clienti"),
            figure("laps", "laps of the circle", "giri del cerchio"),
            figure("acquisitions", "acquisitions", "acquisizioni"),
            figure("return_laps", "owners back into research", "proprietari tornati in ricerca"));
    return totals
        .withColumn("f", explode(figures))
        .select(
            col("f.figure").as(Headline.FIGURE),
            col(Headline.MARKET),
            col("f.label_en").as(Headline.LABEL_EN),
            col("f.label_it").as(Headline.LABEL_IT),
            lit("count").as(Headline.UNIT),
            col("f.value").as(Headline.VALUE),
            lit(null).cast("double").as(Headline.LOW),
            lit(null).cast("double").as(Headline.HIGH),
            col("persons").as(Headline.DENOMINATOR));
  }

  private static Column figure(String name, String english, String italian) {
    return struct(
        lit(name).as("figure"),
        lit(english).as("label_en"),
        lit(italian).as("label_it"),
        col(name).cast("double").as("value"));
  }

  private Dataset<Row> conversions(Dataset<Row> laps) {
    List<String> keys = PAIRS.stream().map(ConversionPair::key).toList();
    Dataset<Row> entries =
        ComputeMomentConversion.entries(laps)
            .filter(col("pair").isInCollection(keys))
            .withColumn("cell", explode(array(col("market"), lit(Combinations.ALL))));
    return Gold.fold(entries, List.of("pair", "cell"), this::figures, Headline.CONTRACT.schema());
  }

  private Iterator<Row> figures(Iterator<Row> group) {
    List<Row> held = new ArrayList<>();
    group.forEachRemaining(held::add);
    ConversionPair pair = ConversionPair.ofKey(held.get(0).getString(0)).orElseThrow();
    String market = held.get(0).getString(1);
    ConversionCell cell = ComputeMomentConversion.headline(held.iterator(), windows, now);
    Incidence incidence = cell.incidence();
    String name = pair.key().replace('-', '_');
    String days = Long.toString(Math.round(cell.incidenceDays()));
    List<Row> figures = new ArrayList<>(2);
    figures.add(
        RowFactory.create(
            "incidence_" + name,
            market,
            pair.from() + " to " + pair.to() + " within " + days + " days",
            "da " + pair.from() + " a " + pair.to() + " entro " + days + " giorni",
            "share",
            incidence.incidence(),
            incidence.interval().low(),
            incidence.interval().high(),
            cell.entered(),
            false,
            false));
    if (pair == ConversionPair.ZMOT_ACQUISITION && cell.hours(0.5) != null) {
      figures.add(
          RowFactory.create(
              "median_days_" + name,
              market,
              "median days from research to acquisition",
              "giorni mediani dalla ricerca all'acquisizione",
              "days",
              cell.hours(0.5) / 24,
              null,
              null,
              cell.count(PairState.CONVERTED),
              false,
              false));
    }
    return figures.iterator();
  }
}

package giro.app;

import static org.apache.spark.sql.functions.*;

import giro.config.GiroSettings;
import giro.identity.MakePersons;
import giro.identity.StitchUnder;
import giro.identity.StitchingPolicy;
import giro.lake.Lake;
import giro.lake.LakeFiles;
import giro.metric.ComputeHeadline;
import giro.model.table.Identities;
import giro.model.table.IdentityRules;
import giro.model.table.StitchingSensitivity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Stitches a night's touches under every policy, aside, and keeps what the figures become. */
final class Sensitivity {
  private static final List<String> FIGURES =
      List.of(
          "persons",
          "laps",
          "acquisitions",
          "incidence_zmot_acquisition",
          "incidence_zmot_fmot",
          "incidence_fmot_acquisition");

  private final SparkSession spark;
  private final GiroSettings settings;
  private final Lake lake;
  private final Lake aside;

  Sensitivity(SparkSession spark, GiroSettings settings, Lake lake) {
    this.spark = spark;
    this.settings = settings;
    this.lake = lake;
    this.aside = new Lake(spark, settings.lake() + "/_sensitivity");
  }

  /** Every figure under every policy, in the place of what was kept. Costs four derivations. */
  List<Row> compute(LocalDate asOf, Progress progress) {
    List<Row> rows = new ArrayList<>();
    LakeFiles files = new LakeFiles(spark.sessionState().newHadoopConf());
    try {
      for (StitchingPolicy policy : StitchingPolicy.values()) {
        progress.stage("policy " + policy.key(), () -> rows.addAll(under(policy, asOf)));
      }
      lake.overwrite(
          StitchingSensitivity.CONTRACT,
          spark.createDataFrame(rows, StitchingSensitivity.CONTRACT.schema()));
    } finally {
      drop(files);
    }
    return rows;
  }

  private List<Row> under(StitchingPolicy policy, LocalDate asOf) {
    NightStages night = new NightStages(spark, settings, lake, aside, asOf);
    Dataset<Row> touches =
        new StitchUnder(spark, settings.identity(), settings.laps().disposal())
            .touches(policy, night.touches().all(), lake.read(IdentityRules.CONTRACT), aside, asOf)
            .filter(col(Identities.PERSON_KEY).isNotNull());
    boolean links = policy == StitchingPolicy.SPLIT || policy == StitchingPolicy.FULL;
    night.buildJourneys(links ? night.withoutWithdrawn(touches) : touches);
    Double onWeakLink = links ? StitchUnder.shareOnOneWeakLink(aside) : null;
    List<Row> figures = new ArrayList<>();
    new ComputeHeadline(settings.windows(), NightStages.endOf(asOf))
        .overAllMarkets(night.laps())
        .forEach(
            (figure, value) -> {
              if (FIGURES.contains(figure)) {
                figures.add(
                    RowFactory.create(
                        java.sql.Date.valueOf(asOf), figure, policy.key(), value, onWeakLink));
              }
            });
    MakePersons.release(aside);
    return figures;
  }

  private void drop(LakeFiles files) {
    try {
      files.delete(aside.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package giro.app;

import giro.config.GiroSettings;
import giro.lake.LakeFiles;
import giro.moment.Nearest;
import giro.publish.DuckDbViews;
import giro.publish.SparkViews;
import giro.publish.TrinoViews;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "views",
    mixinStandardHelpOptions = true,
    description =
        "SQL views over the published snapshot: of a session of DuckDB or Spark, or of a schema of"
            + " Trino.",
    footer = {
      "%nExamples:",
      "  giro views --for duckdb > views.sql; duckdb -init views.sql",
      "  giro views --for spark > views.sql; spark-sql -i views.sql",
      "  giro views --for trino --schema hive.giro > views.sql; trino -f views.sql"
    })
final class ViewsCommand implements Callable<Integer> {
  private static final List<String> READERS = List.of("duckdb", "spark", "trino");

  @Mixin private CommonOptions common;

  @Option(
      names = "--for",
      required = true,
      paramLabel = "READER",
      description = "duckdb, spark or trino")
  private String reader;

  @Option(
      names = "--schema",
      paramLabel = "CATALOG.SCHEMA",
      defaultValue = "hive.giro",
      description = "trino: where tables and views go; ${DEFAULT-VALUE} unless told.")
  private String schema;

  @Override
  public Integer call() throws IOException {
    if (!READERS.contains(reader)) {
      String near = Nearest.of(reader, READERS).map(n -> " Did you mean " + n + "?").orElse("");
      throw UserError.usage(
          "giro views writes for duckdb, spark or trino, not " + reader + "." + near);
    }
    if (!schema.matches("[A-Za-z_]\\w*\\.[A-Za-z_]\\w*")) {
      throw UserError.usage("--schema is a catalog and a schema, such as hive.giro.");
    }
    GiroSettings settings = common.settings();
    Optional<String> pointer =
        new LakeFiles(new Configuration()).read(settings.bi() + "/published.json");
    if (pointer.isEmpty()) {
      throw UserError.usage("Nothing was published in " + settings.bi() + " yet; run a night.");
    }
    String sql =
        switch (reader) {
          case "spark" -> SparkViews.sql(settings.bi(), pointer.get());
          case "trino" -> TrinoViews.sql(settings.bi(), pointer.get(), schema, AllTables::named);
          default -> DuckDbViews.sql(settings.bi(), pointer.get());
        };
    common.output().text(sql);
    common.output().result(Map.of("state", "done", "sql", sql));
    return ExitCode.DONE;
  }
}

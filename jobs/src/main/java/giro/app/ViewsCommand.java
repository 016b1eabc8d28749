package giro.app;

import giro.config.GiroSettings;
import giro.lake.LakeFiles;
import giro.publish.DuckDbViews;
import java.io.IOException;
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
    description = "SQL views over the published snapshot, for a reader's own session.")
final class ViewsCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(names = "--for", required = true, paramLabel = "READER", description = "duckdb")
  private String reader;

  @Override
  public Integer call() throws IOException {
    if (!reader.equals("duckdb")) {
      throw UserError.usage("giro views knows duckdb in this version, not " + reader + ".");
    }
    GiroSettings settings = common.settings();
    Optional<String> pointer =
        new LakeFiles(new Configuration()).read(settings.bi() + "/published.json");
    if (pointer.isEmpty()) {
      throw UserError.usage("Nothing was published in " + settings.bi() + " yet; run a night.");
    }
    String sql = DuckDbViews.sql(settings.bi(), pointer.get());
    common.output().text(sql);
    common.output().result(Map.of("state", "done", "sql", sql));
    return ExitCode.DONE;
  }
}

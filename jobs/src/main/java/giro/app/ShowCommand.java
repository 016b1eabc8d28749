package giro.app;

import giro.config.GiroSettings;
import giro.identity.KindSettings;
import giro.ingest.FindRejected;
import giro.lake.Lake;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "A person's journey as a time line, or why an event has its moment, person and lap.",
    footer = {
      "%nExamples:",
      "  giro show person p-1a2b --config giro.conf",
      "  giro show event e1 --set lake=data/demo/lake"
    })
final class ShowCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(index = "0", paramLabel = "WHAT", description = "person or event")
  private String what;

  @Parameters(index = "1", paramLabel = "ID", description = "A person id or an event id.")
  private String id;

  @Override
  public Integer call() {
    if (!List.of("person", "event").contains(what)) {
      throw UserError.usage("giro show takes person or event, not " + what + ".");
    }
    GiroSettings settings = common.settings();
    SparkSession spark = Session.start(settings.spark());
    List<String> kinds = settings.identity().kinds().stream().map(KindSettings::kind).toList();
    LockedLake.checkLayout(spark, settings);
    Lake lake = new Lake(spark, settings.lake());
    FindRejected rejected = new FindRejected(spark, lake, settings.ingest(), settings.privacy());
    Shown shown = new Shown(lake, kinds, eventId -> rejected.of(settings.landing(), eventId));
    Map<String, Object> found = what.equals("person") ? shown.person(id) : shown.event(id);
    shown.lines().forEach(common.output()::text);
    common.output().result(found);
    return ExitCode.DONE;
  }
}

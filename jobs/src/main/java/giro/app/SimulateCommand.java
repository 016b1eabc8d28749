package giro.app;

import giro.simulate.Simulation;
import giro.simulate.SimulationRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Makes a landing zone and its ground truth: DIR/landing and DIR/truth.",
    footer = {"%nExample:", "  giro simulate --out /tmp/world --people 1000 --days 365 --seed 7"})
final class SimulateCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where it goes.")
  private Path out;

  @Option(names = "--people", required = true, paramLabel = "N", description = "How many persons.")
  private int people;

  @Option(names = "--days", required = true, paramLabel = "D", description = "How many days.")
  private int days;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "S",
      description = "The same seed gives the same bytes.")
  private long seed;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "Rates (HOCON); shipped by default.")
  private Path profile;

  @Override
  public Integer call() throws IOException {
    if (people < 1 || days < 1) {
      throw UserError.usage("--people and --days must be 1 or more.");
    }
    try (Progress progress = common.progress()) {
      progress.begin("simulate", 1);
      SimulationRequest request = new SimulationRequest(out, people, days, seed, profile);
      Simulation.Result made = Simulation.run(request, progress::note);
      common
          .output()
          .text(
              String.format(
                  java.util.Locale.ROOT,
                  "%,d rows of %,d true touches in %s",
                  made.rows(),
                  made.touches(),
                  out));
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("state", "done");
      result.put("rows", made.rows());
      result.put("touches", made.touches());
      result.put("landing", out.resolve("landing").toString());
      result.put("truth", out.resolve("truth").toString());
      common.output().result(result);
    }
    return ExitCode.DONE;
  }
}

package giro.app;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = "Makes one person of two identifiers from the next run, whatever their caps.",
    footer = {
      "%nExamples:",
      "  giro link login:ana phone:+393471234567 --config giro.conf",
      "  giro link login:ana phone:+393471234567 --take-back"
    })
final class LinkCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private RuleOptions rule;

  @Override
  public Integer call() {
    return rule.decide("link", common, Clock.systemUTC());
  }
}

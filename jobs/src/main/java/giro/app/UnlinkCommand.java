package giro.app;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "unlink",
    mixinStandardHelpOptions = true,
    description = "Keeps two identifiers in two persons from the next run, whatever links them.",
    footer = {
      "%nExample:",
      "  giro unlink login:ana login:bruno --because two-people --config giro.conf"
    })
final class UnlinkCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private RuleOptions rule;

  @Override
  public Integer call() {
    return rule.decide("unlink", common, Clock.systemUTC());
  }
}

package giro.app;

import giro.config.GiroSettings;
import giro.identity.DecideRule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description =
        "Erases a person for good: from every table of the lake, its history and files and from what"
            + " is published, and keeps later landing files from bringing the person back. Writes a"
            + " receipt. Landing files belong to their owner and stay; the receipt names them.",
    footer = {
      "%nExample:",
      "  giro forget --identifier login:ana --because 4711 --config giro.conf"
    })
final class ForgetCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(
      names = "--identifier",
      required = true,
      paramLabel = "KIND:VALUE",
      description =
          "An identifier of the person, such as login:ana or phone:+390612345678. All that is theirs"
              + " goes. Repeatable: several people cost no more than one.")
  private List<String> identifiers = new ArrayList<>();

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who erases; the user of the machine by default.")
  private String by = System.getProperty("user.name");

  @Option(
      names = "--because",
      paramLabel = "TEXT",
      description = "Why, for the receipt; a reference, not a name.")
  private String reason;

  @Override
  public Integer call() {
    GiroSettings settings = common.settings();
    List<DecideRule.End> named = new ArrayList<>();
    for (String identifier : identifiers) {
      DecideRule.End end = RuleOptions.end(settings, identifier);
      if (!named.contains(end)) {
        named.add(end);
      }
      refuseValue(identifier.substring(identifier.indexOf(':') + 1).strip());
    }
    try (Progress progress = common.progress()) {
      ForgetReceipt receipt =
          new Forget(Session.start(settings.spark()), settings, progress, Clock.systemUTC())
              .forget(named, by, RuleOptions.masked(settings, reason));
      receipt.print(common.output());
    }
    return ExitCode.DONE;
  }

  /** The receipt is kept, so the value must not get into it by the reason. */
  private void refuseValue(String value) {
    if (reason != null
        && reason.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT))) {
      throw UserError.usage(
          "--because repeats the value that is to be forgotten; give a reference instead.");
    }
  }
}

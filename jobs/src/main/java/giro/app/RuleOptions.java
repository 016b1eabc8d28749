package giro.app;

import giro.config.GiroSettings;
import giro.identity.DecideRule;
import giro.identity.KindSettings;
import giro.ingest.HashIdentifier;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code link} and {@code unlink} are told, and how it is noted. */
final class RuleOptions {
  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "An identifier as KIND:VALUE, such as login:ana or phone:+390612345678.")
  private String one;

  @Parameters(index = "1", paramLabel = "B", description = "The other identifier, the same way.")
  private String other;

  @Option(names = "--take-back", description = "Takes the same rule, made before, back.")
  private boolean isTakenBack;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides; the user of the machine by default.")
  private String by = System.getProperty("user.name");

  @Option(names = "--because", paramLabel = "TEXT", description = "Why.")
  private String reason;

  /** Notes the rule under the lake's lock. */
  int decide(String action, CommonOptions common, Clock clock) {
    GiroSettings settings = common.settings();
    DecideRule.End from = end(settings, one);
    DecideRule.End to = end(settings, other);
    if (from.equals(to)) {
      throw UserError.usage("A and B are the same identifier; give two.");
    }
    SparkSession spark = Session.start(settings.spark());
    DecideRule.Decision decision =
        new DecideRule.Decision(
            action,
            from,
            to,
            settings.privacy().keyId(),
            isTakenBack,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            by,
            masked(settings, reason));
    if (!noted(spark, settings, decision)) {
      throw UserError.usage(
          "There is no " + action + " rule on these two identifiers to take back.");
    }
    tell(decision, common);
    return ExitCode.DONE;
  }

  /** What somebody gave as a reason, to be kept; null where nothing was said. */
  static String masked(GiroSettings settings, String reason) {
    return new HashIdentifier(settings.ingest(), settings.privacy()).masked(reason);
  }

  /** The hash of what was named; the value itself is never repeated. */
  static DecideRule.End end(GiroSettings settings, String named) {
    List<String> kinds = settings.identity().kinds().stream().map(KindSettings::kind).toList();
    String kind = named.contains(":") ? named.substring(0, named.indexOf(':')).strip() : "";
    if (!kinds.contains(kind)) {
      throw UserError.usage(
          "An identifier is given as KIND:VALUE with one of the kinds "
              + String.join(", ", kinds)
              + (kind.isEmpty() ? "." : "; not " + kind + "."));
    }
    return new HashIdentifier(settings.ingest(), settings.privacy())
        .of(named)
        .map(hashed -> new DecideRule.End(hashed.kind(), hashed.hash()))
        .orElseThrow(
            () ->
                UserError.usage(
                    "The value given for "
                        + kind
                        + " is no such thing, or is blocked in identity; a phone number needs its"
                        + " country, as in phone:+390612345678."));
  }

  private static boolean noted(
      SparkSession spark, GiroSettings settings, DecideRule.Decision decision) {
    try (LockedLake locked = LockedLake.take(spark, settings, decision.action())) {
      new KeyRotation(spark, settings, locked.lake()).checkUnchanged();
      return new DecideRule(spark, locked.lake()).note(decision);
    }
  }

  private static void tell(DecideRule.Decision decision, CommonOptions common) {
    String pair = decision.one().kind() + " and " + decision.other().kind();
    common
        .output()
        .text(
            decision.isTakenBack()
                ? "Taken back: " + decision.action() + " of " + pair + ", from the next run."
                : "Noted: " + decision.action() + " of " + pair + ", from the next run.");
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("state", "done");
    result.put("action", decision.action());
    result.put("is_taken_back", decision.isTakenBack());
    result.put("from_kind", decision.one().kind());
    result.put("to_kind", decision.other().kind());
    common.output().result(result);
  }
}

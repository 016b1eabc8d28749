package giro.config;

import giro.journey.LapSettings;
import giro.metric.person.ExperienceSettings;
import giro.metric.person.FeedbackSettings;
import giro.metric.person.HandoffSettings;
import giro.metric.person.LossReason;
import giro.metric.person.ScorecardSettings;
import giro.metric.person.ServiceSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What {@code giro.metrics} says of how departments treat people. */
final class ReadService {
  private static final double LOWEST = -1;
  private static final double HIGHEST = 1;

  private final Section metrics;
  private final LapSettings laps;

  ReadService(Section metrics, LapSettings laps) {
    this.metrics = metrics;
    this.laps = laps;
  }

  ServiceSettings read() {
    return new ServiceSettings(
        new ReadBusinessHours(metrics).read(),
        lossReasons(),
        metrics.span("repeat-within"),
        feedback(),
        handoffs(),
        experience(),
        scorecard());
  }

  private Map<String, LossReason> lossReasons() {
    Section section = metrics.section("loss-reasons");
    Map<String, LossReason> reasons = new HashMap<>();
    for (LossReason reason : LossReason.values()) {
      for (String word : section.texts(reason.key())) {
        LossReason other = reasons.put(word.trim().toLowerCase(Locale.ROOT), reason);
        if (other != null && other != reason) {
          section.problem(
              reason.key(), "has " + word + ", which " + other.key() + " has too; keep it in one");
        }
      }
    }
    section.close();
    return reasons;
  }

  private FeedbackSettings feedback() {
    Section section = metrics.section("feedback");
    FeedbackSettings feedback =
        new FeedbackSettings(section.span("answered-within"), section.span("acted-within"));
    section.close();
    return feedback;
  }

  private HandoffSettings handoffs() {
    Section section = metrics.section("handoffs");
    Set<HandoffSettings.Way> expected = new HashSet<>();
    for (String way : section.texts("expected")) {
      List<String> ends = List.of(way.trim().split("\\s*>\\s*", -1));
      if (ends.size() != 2 || ends.contains("") || ends.get(0).equals(ends.get(1))) {
        section.problem("expected", "\"" + way + "\" is no way; give it as \"marketing > sales\"");
      } else {
        expected.add(new HandoffSettings.Way(ends.get(0), ends.get(1)));
      }
    }
    section.close();
    return new HandoffSettings(expected, laps.inactivity(false), laps.inactivity(true));
  }

  private ExperienceSettings experience() {
    Section section = metrics.section("experience");
    double positive = feeling(section, "positive-from");
    double negative = feeling(section, "negative-to");
    if (negative >= positive) {
      section.problem("negative-to", "must be below positive-from, or a feeling would be both");
    }
    ExperienceSettings read =
        new ExperienceSettings(
            section.span("survey-within"),
            section.span("next-within"),
            positive,
            negative,
            generations(section.section("generations")));
    section.close();
    return read;
  }

  private static double feeling(Section section, String key) {
    String text = section.text(key);
    try {
      double value = Double.parseDouble(text);
      if (value >= LOWEST && value <= HIGHEST) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, with what is wrong about a number that is out of range.
    }
    if (!text.isEmpty()) {
      section.problem(key, "\"" + text + "\" is not a number from -1 to 1");
    }
    return key.startsWith("positive") ? HIGHEST : LOWEST;
  }

  private static Map<String, String> generations(Section section) {
    Map<String, String> generations = new HashMap<>();
    for (String name : section.names()) {
      for (String decade : section.texts(name)) {
        if (!decade.matches("[0-9]{3}0")) {
          section.problem(name, "\"" + decade + "\" is not a decade; give it as 1980");
        }
        String other = generations.put(decade, name);
        if (other != null && !other.equals(name)) {
          section.problem(name, "has " + decade + ", which " + other + " has too; keep it in one");
        }
      }
    }
    return generations;
  }

  private ScorecardSettings scorecard() {
    Section section = metrics.section("scorecard");
    ScorecardSettings read =
        new ScorecardSettings(section.textByName("own-metrics"), section.span("outcome-within"));
    section.close();
    return read;
  }
}

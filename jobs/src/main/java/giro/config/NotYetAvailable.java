package giro.config;

import giro.metric.FunnelSettings;
import giro.metric.FunnelSettings.Step;
import java.util.Objects;

/**
 * What of the funnel grammar this version reads but does not compute. A funnel that asks for it is
 * refused rather than computed as something else.
 */
final class NotYetAvailable {

  private NotYetAvailable() {}

  static void refuse(Section section, FunnelSettings funnel) {
    if (!funnel.mode().equals("ordered")) {
      refuse(section, "mode", "mode = " + funnel.mode(), "use ordered");
    }
    if (!funnel.entry().equals("closed")) {
      refuse(section, "entry", "entry = " + funnel.entry(), "use closed");
    }
    if (funnel.steps().stream().anyMatch(Step::optional)) {
      refuse(section, "steps", "optional = true", "leave the step out or make it required");
    }
    if (funnel.steps().stream().map(Step::within).anyMatch(Objects::nonNull)) {
      refuse(section, "steps", "within", "leave it out; the window bounds the whole funnel");
    }
    if (!funnel.exclusions().isEmpty()) {
      refuse(section, "exclusions", "an exclusion", "use exclusions = []");
    }
    if (!funnel.hold().isEmpty()) {
      refuse(section, "hold", "hold", "use hold = []");
    }
  }

  private static void refuse(Section section, String key, String what, String mend) {
    section.problem(key, what + " is not available yet; " + mend);
  }
}

package giro.metric.person;

import java.util.Locale;

/**
 * The reasons for a loss that have columns of their own. Which words of the sources mean them is
 * configuration.
 */
public enum LossReason {
  PRICE,
  PRODUCT,
  WAITING_TIME,
  NO_ANSWER,
  OTHER_BRAND,
  GAVE_UP;

  /** The key in the configuration: lower case with hyphens. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String column() {
    return "lost_" + name().toLowerCase(Locale.ROOT);
  }
}

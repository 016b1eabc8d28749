package giro.config;

import giro.metric.person.AlertSettings;

/** {@code giro.metrics.alerts}. */
final class ReadAlerts {
  private final Section alerts;

  ReadAlerts(Section metrics) {
    this.alerts = metrics.section("alerts");
  }

  AlertSettings read() {
    AlertSettings read =
        new AlertSettings(
            alerts.integer("limit", 1),
            alerts.integer("fall-limit", 1),
            days("past"),
            days("least-past"),
            alerts.integer("least-voices", 1),
            alerts.integer("usual-reach", 1),
            days("quiet"),
            days("rating-days"));
    if (read.leastPast() > read.past()) {
      alerts.problem("least-past", "is longer than past, so that nothing would ever be judged");
    }
    alerts.close();
    return read;
  }

  private int days(String key) {
    long days = alerts.span(key).toDays();
    if (days < 1) {
      alerts.problem(key, "is less than a day");
    }
    return (int) days;
  }
}

package giro.metric.person;

import giro.metric.WindowSettings;
import giro.model.table.TableContract;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The metrics of persons: a new one is one class and one line here. */
public final class PersonMetrics {
  private static final List<Registered> ALL =
      List.of(
          new Registered(MicroMoments.CONTRACT, night -> new MicroMoments()),
          new Registered(Reputation.CONTRACT, night -> new Reputation()),
          new Registered(
              ReputationAlerts.CONTRACT,
              night -> new ReputationAlerts(night.settings().alerts(), night.now())));

  private record Registered(TableContract table, Function<Night, PersonMetric> metric) {}

  /**
   * What a metric may be made of.
   *
   * @param now end of as_of, exclusive, in microseconds since 1970 UTC
   */
  record Night(MetricSettings settings, WindowSettings windows, long now) {}

  private final Night night;

  /**
   * @param now end of as_of, exclusive, in microseconds since 1970 UTC
   */
  public PersonMetrics(MetricSettings settings, WindowSettings windows, long now) {
    this.night = new Night(settings, windows, now);
  }

  List<PersonMetric> all() {
    return ALL.stream().map(each -> each.metric().apply(night)).toList();
  }

  MetricSettings settings() {
    return night.settings();
  }

  /** The tables they fill. */
  public static List<TableContract> tables() {
    return ALL.stream().map(Registered::table).toList();
  }

  /** The table of a name, if one of them fills it. */
  public static Optional<TableContract> table(String name) {
    return tables().stream().filter(table -> table.name().equals(name)).findFirst();
  }
}

package giro.metric.person;

import giro.metric.FunnelPlan;
import giro.metric.FunnelSettings;
import giro.metric.WindowSettings;
import giro.model.table.TableContract;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The metrics of persons: a new one is one class and one line here. */
public final class PersonMetrics {
  private static final List<Registered> ALL =
      List.of(
          new Registered(MicroMoments.CONTRACT, night -> new MicroMoments()),
          new Registered(
              CirclePaths.CONTRACT,
              night -> new CirclePaths(night.settings().pathPlaces(), night.now())),
          new Registered(
              Leakage.CONTRACT,
              night -> new Leakage(night.now(), night.windows().latenessMicros())),
          new Registered(HumanSteps.CONTRACT, night -> new HumanSteps()),
          new Registered(AcquisitionKinds.CONTRACT, night -> new AcquisitionKinds()),
          new Registered(FunnelNext.CONTRACT, night -> new FunnelNext(night.tries())),
          new Registered(
              FunnelDrivers.CONTRACT,
              night -> new FunnelDrivers(night.tries(), night.settings().driversFrom())),
          new Registered(
              LinearAgainstCircular.CONTRACT,
              night ->
                  new LinearAgainstCircular(
                      night.settings().line(), night.windows().latenessMicros(), night.now())),
          new Registered(
              ZmotSources.CONTRACT,
              night ->
                  new ZmotSources(
                      night.settings().sourceKinds(), night.settings().service().hours())),
          new Registered(
              ZmotCombinations.CONTRACT,
              night -> new ZmotCombinations(night.settings().sourceKinds())),
          new Registered(
              Attribution.CONTRACT, night -> new Attribution(night.settings().attribution())),
          new Registered(
              Attribution.OVERVIEW, night -> Attribution.overview(night.settings().attribution())),
          new Registered(
              DealerFunnel.CONTRACT,
              night -> new DealerFunnel(night.service().lossReasons(), night.service().hours())),
          new Registered(DealerLosses.CONTRACT, night -> new DealerLosses()),
          new Registered(
              Handoffs.CONTRACT,
              night -> new Handoffs(night.service(), night.lateness(), night.now())),
          new Registered(
              Responsiveness.CONTRACT,
              night -> new Responsiveness(night.service(), night.lateness(), night.now())),
          new Registered(
              AnswerEffects.CONTRACT, night -> new AnswerEffects(night.service(), night.now())),
          new Registered(
              ReturnByTenure.CONTRACT,
              night -> new ReturnByTenure(night.service().experience(), night.now())),
          new Registered(
              Experience.CONTRACT,
              night -> new Experience(night.service().experience(), night.now())),
          new Registered(
              DepartmentScorecard.CONTRACT,
              night -> new DepartmentScorecard(night.service().scorecard(), night.now())),
          new Registered(Reputation.CONTRACT, night -> new Reputation()),
          new Registered(
              ReputationAlerts.CONTRACT,
              night -> new ReputationAlerts(night.settings().alerts(), night.now())));

  private record Registered(TableContract table, Function<Night, PersonMetric> metric) {
    Stream<TableContract> tables() {
      return Stream.concat(Stream.of(table), table.overview().stream());
    }
  }

  /**
   * What a metric may be made of.
   *
   * @param tries the configured funnels; metrics that share them match each person once
   * @param now end of as_of, exclusive, in microseconds since 1970 UTC
   */
  record Night(MetricSettings settings, WindowSettings windows, List<FunnelTries> tries, long now) {
    ServiceSettings service() {
      return settings.service();
    }

    long lateness() {
      return windows.latenessMicros();
    }
  }

  private final List<FunnelSettings> funnels;
  private final Night night;

  /**
   * @param now end of as_of, exclusive, in microseconds since 1970 UTC
   */
  public PersonMetrics(
      MetricSettings settings, WindowSettings windows, List<FunnelSettings> funnels, long now) {
    this.funnels = List.copyOf(funnels);
    List<FunnelPlan> plans = funnels.stream().map(FunnelPlan::of).toList();
    List<FunnelTries> tries = FunnelTries.of(plans, now, windows.latenessMicros());
    this.night = new Night(settings, windows, tries, now);
  }

  List<PersonMetric> all() {
    return ALL.stream().map(each -> each.metric().apply(night)).toList();
  }

  List<FunnelSettings> funnels() {
    return funnels;
  }

  GatherContents contents() {
    return new GatherContents(night.windows(), night.now());
  }

  MetricSettings settings() {
    return night.settings();
  }

  /** The tables they fill. */
  public static List<TableContract> tables() {
    return ALL.stream().flatMap(Registered::tables).toList();
  }

  /** The table of a name, if one of them fills it. */
  public static Optional<TableContract> table(String name) {
    return tables().stream().filter(table -> table.name().equals(name)).findFirst();
  }
}

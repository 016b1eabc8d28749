package giro.report;

import giro.model.measure.Interval;
import giro.model.measure.Wilson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A night with made-up numbers that agree with each other, for the tests of the page. */
final class MadeUpNight {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 14);

  private MadeUpNight() {}

  static PageFacts facts() {
    return new PageFacts(
        "20261115T021000Z-7f3a",
        AS_OF,
        Instant.parse("2026-11-15T02:10:00Z"),
        AS_OF,
        "demo",
        true,
        10,
        "0.1.0",
        3,
        Duration.ofDays(180),
        Duration.ofDays(90));
  }

  static PageTables tables() {
    return new PageTables(
        headlines(),
        funnels(),
        moves(),
        new LapStarts(
            14_210,
            Map.of("STIMULUS", 3_020L, "ZMOT", 8_890L, "FMOT", 1_640L, "SMOT", 480L, "UMOT", 60L),
            6_120,
            0.31),
        dropOffs(),
        pairs(),
        cohorts(),
        sources(),
        List.of(
            new RejectedReason("no_identifier", true, 310),
            new RejectedReason("bad_timestamp", true, 122),
            new RejectedReason("checksum_changed", false, 1)),
        Map.of("dropoff_overview", new MarkedRows(41, 7)),
        Questions.none());
  }

  /** A night on which nothing has been counted. */
  static PageTables empty() {
    return new PageTables(
        List.of(),
        List.of(),
        List.of(),
        LapStarts.none(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Questions.none());
  }

  private static List<HeadlineFigure> headlines() {
    return List.of(
        count("persons", "Persons", "Persone", 11_930),
        count("laps", "Laps", "Giri", 14_210),
        count("acquisitions", "Acquisitions", "Acquisti", 1_940),
        count("return_laps", "Return laps", "Giri di ritorno", 640),
        incidence("zmot_acquisition", "Research to acquisition", "Da ricerca ad acquisto", .156),
        incidence("zmot_fmot", "Research to first contact", "Da ricerca a contatto", .418),
        new HeadlineFigure(
            "median_days_zmot_acquisition",
            "Median research to acquisition",
            "Mediana da ricerca ad acquisto",
            "days",
            23.4,
            new Interval(21.9, 25),
            1_620L,
            false),
        new HeadlineFigure(
            "persons_in_malta",
            "Persons in Malta",
            "Persone a Malta",
            "count",
            null,
            null,
            null,
            true));
  }

  private static HeadlineFigure count(String name, String english, String italian, double value) {
    return new HeadlineFigure(name, english, italian, "count", value, null, null, false);
  }

  private static HeadlineFigure incidence(
      String pair, String english, String italian, double value) {
    return new HeadlineFigure(
        "incidence_" + pair, english, italian, "share", value, interval(value), 12_400L, false);
  }

  private static Interval interval(double incidence) {
    return Wilson.interval(Math.round(12_400 * incidence), 12_400);
  }

  private static List<Funnel> funnels() {
    return List.of(
        new Funnel(
            "linear",
            List.of(
                new FunnelStep(1, "attract", 10_400L, 1_310L, 3_910L, 0L),
                new FunnelStep(2, "convert", 5_180L, 980L, 2_260L, 0L),
                new FunnelStep(3, "close", 1_940L, 600L, 1_058L, 0L),
                new FunnelStep(4, "delight", 282L, 0L, 0L, 0L))),
        new Funnel(
            "moments",
            List.of(
                new FunnelStep(1, "zmot", 12_400L, 3_110L, 4_110L, 0L),
                new FunnelStep(2, "fmot", 5_180L, 1_240L, 2_000L, 0L),
                new FunnelStep(3, "smot", 1_940L, 620L, 200L, 0L),
                new FunnelStep(4, "umot", null, null, null, null))));
  }

  static List<Move> moves() {
    return List.of(
        new Move("START", "ZMOT", "entry", 8_890L, 8_890L, 0L),
        new Move("STIMULUS", "ZMOT", "forward", 5_400L, 2_870L, 0L),
        new Move("ZMOT", "ZMOT", "self", 48_210L, 9_120L, 640L),
        new Move("ZMOT", "FMOT", "forward", 9_980L, 4_310L, 220L),
        new Move("FMOT", "SMOT", "forward", 1_980L, 1_720L, 1_690L),
        new Move("SMOT", "UMOT", "forward", 1_410L, 980L, 960L),
        new Move("UMOT", "ZMOT", "return", 640L, 640L, 0L),
        new Move("SMOT", "ZMOT", "return", 510L, 510L, 0L),
        new Move("ZMOT", "ZMOT", "return", 300L, 300L, 0L),
        new Move("FMOT", "ZMOT", "backward", 3_920L, 1_620L, 100L),
        new Move("SMOT", "FMOT", "backward", 420L, 310L, 40L),
        new Move("UMOT", "FMOT", "backward", 190L, 180L, 0L),
        new Move("UMOT", "SMOT", "backward", 760L, 540L, 540L),
        new Move("UMOT", "ZMOT", "backward", 160L, 120L, 0L),
        new Move("SMOT", "ZMOT", "backward", 150L, 140L, 0L),
        new Move("ZMOT", "SMOT", "forward", 210L, 190L, 150L),
        new Move("FMOT", "UMOT", "forward", 95L, 90L, 50L),
        new Move("ZMOT", "UMOT", "forward", 70L, 65L, 0L),
        new Move("SMOT", "EXIT", "exit", 210L, 210L, 210L),
        new Move("ZMOT", "EXIT", "exit", 5_900L, 5_900L, 0L),
        new Move("SMOT", "OPEN", "open", null, null, null));
  }

  private static List<DropOff> dropOffs() {
    return List.of(
        new DropOff("STIMULUS", 1_100, 10, 5, 285, 800),
        new DropOff("ZMOT", 6_900, 420, 210, 2_250, 4_020),
        new DropOff("FMOT", 4_800, 1_480, 460, 1_190, 1_670),
        new DropOff("SMOT", 190, 20, 0, 60, 110),
        new DropOff("UMOT", 70, 10, 0, 28, 32),
        new DropOff("NONE", 40, 0, 0, 12, 28));
  }

  private static List<PairConversion> pairs() {
    return List.of(
        pair("STIMULUS", "ZMOT", "forward", 5_890, 0.49, null),
        pair("ZMOT", "FMOT", "forward", 12_400, 0.418, null),
        pair("FMOT", "SMOT", "forward", 5_180, 0.37, LocalDate.of(2025, 11, 1)),
        pair("SMOT", "UMOT", "forward", 1_940, 0.42, LocalDate.of(2026, 8, 1)),
        pair("ZMOT", "ACQUISITION", "milestone", 12_400, 0.156, null),
        pair("FMOT", "ZMOT", "backward", 5_180, 0.31, LocalDate.of(2026, 5, 1)),
        pair("UMOT", "ZMOT", "return", 980, 0.12, LocalDate.of(2025, 12, 1)),
        new PairConversion(
            "OWNER_STIMULUS", "FMOT", "return", null, null, null, null, null, null, null, null));
  }

  private static PairConversion pair(
      String from, String to, String kind, long entered, double incidence, LocalDate cohort) {
    long converted = Math.round(entered * incidence * 0.85);
    long lost = entered / 40;
    long open = entered / 5;
    long mature = entered - open;
    Interval interval = Wilson.interval(Math.round(entered * incidence), entered);
    return new PairConversion(
        from,
        to,
        kind,
        entered,
        converted,
        lost,
        open,
        entered - converted - lost - open,
        mature,
        converted * 9 / 10,
        new PairIncidence(incidence, interval, cohort, cohort == null ? null : 180.0));
  }

  private static List<CohortPoint> cohorts() {
    List<CohortPoint> points = new ArrayList<>();
    double[] zmot = {.41, .42, .41, .43, .42, .41, .40, .42, .41, .38, .29, .16, .07};
    double[] fmot = {.38, .37, .36, .37, .36, .38, .37, .36, .37, .35, .25, .15, .07};
    double[] smot = {.57, .58, .57, .59, .58, .57, .58, .57, .56, .53, .44, .27, .15};
    double[] umot = {.21, .20, .18, .16, .15, .14, .12, .10, .08, .06, .05, .03, .01};
    for (int i = 0; i < zmot.length; i++) {
      LocalDate month = LocalDate.of(2025, 11, 1).plusMonths(i);
      points.add(point("ZMOT", "FMOT", "forward", month, zmot[i], i > 8));
      points.add(point("FMOT", "ACQUISITION", "milestone", month, fmot[i], i > 8));
      points.add(point("SMOT", "UMOT", "forward", month, smot[i], i > 8));
      points.add(point("UMOT", "ZMOT", "return", month, umot[i], true));
    }
    return points;
  }

  private static CohortPoint point(
      String from, String to, String kind, LocalDate month, double value, boolean isOpen) {
    return new CohortPoint(
        from,
        to,
        kind,
        month,
        value,
        Wilson.interval(Math.round(800 * value), 800),
        800L,
        isOpen ? 300L : 0L,
        90.0,
        90.0);
  }

  private static List<SourceLine> sources() {
    return List.of(
        source("web", 410_220, 412, 0, 30, false),
        source("app", 88_104, 20, 0, 30, false),
        source("dealer", 9_412, 1, 1, 30, true),
        source("call_center", 12_020, 0, 0, 30, false),
        source("review", 3_310, 0, 2, 30, false),
        new SourceLine(
            "social",
            null,
            new SourceLine.Coverage(120, 90, 12),
            new SourceLine.Stitching(120, 80, 10, 20, 5)),
        new SourceLine(
            PageTables.ALL,
            null,
            null,
            new SourceLine.Stitching(523_066, 498_000, 9_000, 0, 4_000)));
  }

  private static SourceLine source(
      String name, long rows, long rejected, long missing, long nights, boolean isMissing) {
    return new SourceLine(
        name,
        new SourceLine.Landing(
            rows, rows - rejected - 12, 12, rejected, rows / 90, missing, nights, isMissing),
        new SourceLine.Coverage(rows, rows / 10, rows / 200),
        new SourceLine.Stitching(rows, rows - rows / 20, rows / 50, 0, rows / 100));
  }
}

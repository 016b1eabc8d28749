package giro.report;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import giro.model.table.CircleOverview;
import giro.model.table.DropoffOverview;
import giro.model.table.FunnelOverview;
import giro.model.table.MomentConversion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lays out the page of one night: one HTML file that needs no server, no network and no second
 * file. Equal tables and facts give an equal page.
 */
public final class WritePage {
  private static final String TEMPLATE = "giro/report/page.mustache";
  private static final String STYLE = "giro/report/page.css";
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Mustache template;
  private final String style;

  /** Reads the template and the style from the class path. */
  public WritePage() {
    this.template = new DefaultMustacheFactory().compile(TEMPLATE);
    this.style = resource(STYLE);
  }

  /** One section with a chart: picture, sentence, and the same numbers as a table. */
  record Chart(
      String id,
      String english,
      String italian,
      String subtitle,
      String svg,
      String sentence,
      String caveat,
      TableView table) {}

  /**
   * The page.
   *
   * @param tables may have empty lists; the page then says that nothing was counted
   * @param facts about the run
   */
  public String html(PageTables tables, PageFacts facts) {
    Wording words = new Wording(facts.k());
    Map<String, Object> view = new HashMap<>();
    view.put("style", style);
    addFacts(view, facts);
    view.put("cards", new HeadlineCards(words).cards(tables.headlines()));
    view.put("line", line(tables, words));
    view.put("circle", circle(tables, words));
    view.put("below", List.of(dropOff(tables, words), byCohort(tables, words)));
    view.put("questions", new QuestionSections(words).of(tables.questions()));
    view.put("others", otherFunnels(tables, words));
    view.put("starts", starts(tables.starts()));
    view.put("hasLaps", tables.starts().laps() > 0);
    view.put("lapCount", Wording.count(tables.starts().laps()));
    view.put("groups", new PairRows(words).groups(tables.pairs()));
    view.put("pairSentence", Sentences.underPairs());
    view.put("pairCaveat", caveat(tables, MomentConversion.NAME));
    view.put("sources", DataBasis.sources(tables.sources()));
    view.put("rejected", DataBasis.rejected(tables.rejected()));
    view.put("hasRejected", !tables.rejected().isEmpty());
    List<String> missing = DataBasis.missingLastNight(tables.sources());
    view.put("missing", String.join(", ", missing));
    view.put("hasMissing", !missing.isEmpty());
    StringWriter out = new StringWriter();
    template.execute(out, view);
    return out.toString();
  }

  private static void addFacts(Map<String, Object> view, PageFacts facts) {
    view.put("asOf", Wording.day(facts.asOf()));
    view.put("runId", facts.runId());
    view.put("runAt", MINUTE.format(facts.runAt()));
    view.put("completeThrough", Wording.day(facts.completeThrough()));
    view.put("environment", facts.environment());
    view.put("usesDemoKey", facts.usesDemoKey());
    view.put("k", facts.k());
    view.put("codeVersion", facts.codeVersion());
    view.put("ruleVersion", facts.ruleVersion());
    view.put("inactivityNew", facts.inactivityNew().toDays());
    view.put("inactivityUsed", facts.inactivityUsed().toDays());
  }

  private static Chart circle(PageTables tables, Wording words) {
    List<Move> moves = tables.moves();
    return new Chart(
        "circle",
        "The circle: who moves where next",
        "Il cerchio: chi va dove",
        "Moves between moments, each once per lap. Width is moves, dashed red goes back. Smaller"
            + " moves and stays in one moment are in the table.",
        RingChart.draw(moves),
        Sentences.underRing(moves, tables.starts()),
        caveat(tables, CircleOverview.NAME),
        new ChartTables(words).moves(moves));
  }

  private static Chart dropOff(PageTables tables, Wording words) {
    return new Chart(
        "drop-off",
        "Drop-off by last moment",
        "Abbandono per ultimo momento",
        "Where laps stood before the acquisition, the loss or now; share dropped with its 95 %"
            + " interval.",
        DropOffBars.draw(tables.dropOffs()),
        Sentences.underDropOff(tables.dropOffs()),
        caveat(tables, DropoffOverview.NAME),
        new ChartTables(words).dropOffs(tables.dropOffs()));
  }

  private static Chart byCohort(PageTables tables, Wording words) {
    return new Chart(
        "by-cohort",
        "Conversion by cohort month",
        "Conversione per mese di coorte",
        "Cumulative incidence with 95 % interval. Dashed: the window is not over, it can rise.",
        CohortLines.draw(tables.cohorts()),
        Sentences.underCohorts(tables.cohorts()),
        caveat(tables, MomentConversion.NAME),
        new ChartTables(words).cohorts(tables.cohorts()));
  }

  private static Chart line(PageTables tables, Wording words) {
    Funnel line =
        tables.funnels().isEmpty() ? new Funnel("linear", List.of()) : tables.funnels().get(0);
    String english = "The line: who gets how far";
    return funnel(english, "La linea: chi arriva fin dove", line, tables, words);
  }

  private static List<Chart> otherFunnels(PageTables tables, Wording words) {
    return tables.funnels().stream()
        .skip(1)
        .map(f -> funnel("Funnel: " + f.name(), "Imbuto: " + f.name(), f, tables, words))
        .toList();
  }

  private static Chart funnel(
      String english, String italian, Funnel funnel, PageTables tables, Wording words) {
    return new Chart(
        FunnelBars.id(funnel) + "-section",
        english,
        italian,
        "Deepest step in order within the window, each counted once. Striped: can still go on.",
        FunnelBars.draw(funnel, words),
        Sentences.underFunnel(funnel),
        caveat(tables, FunnelOverview.NAME),
        new ChartTables(words).funnel(funnel));
  }

  /** Where laps begin, in the colour of the moment. */
  private static List<Map<String, String>> starts(LapStarts starts) {
    return List.of("STIMULUS", "ZMOT", "FMOT", "SMOT", "UMOT").stream()
        .filter(moment -> starts.entriesByMoment().containsKey(moment))
        .map(
            moment -> {
              long laps = starts.entriesByMoment().get(moment);
              return Map.of(
                  "name", moment,
                  "color", MomentLook.of(moment).color(),
                  "italian", MomentLook.of(moment).italian(),
                  "laps", Wording.count(laps),
                  "share", Wording.shareOf(laps, starts.laps()));
            })
        .toList();
  }

  private static String caveat(PageTables tables, String table) {
    return tables.markedRows().getOrDefault(table, new MarkedRows(0, 0)).caveat();
  }

  private static String resource(String path) {
    try (InputStream in = WritePage.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find " + path + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

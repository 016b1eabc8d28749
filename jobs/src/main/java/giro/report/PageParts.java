package giro.report;

import static giro.report.Dimension.MARKET;
import static giro.report.Dimension.MODEL;
import static giro.report.Dimension.MONTH;

import giro.model.table.CircleOverview;
import giro.model.table.CircleSummary;
import giro.model.table.DropoffOverview;
import giro.model.table.FunnelOverview;
import giro.model.table.FunnelSteps;
import giro.model.table.Headline;
import giro.model.table.MomentConversion;
import giro.model.table.Restatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The pieces of the page in their order, and what each can be chosen by. */
final class PageParts {
  private static final Set<Dimension> NOTHING = Set.of();
  private static final Set<Dimension> EVERYTHING = Set.of(MARKET, MODEL, MONTH);
  private static final String CHART = "chart";

  private final Wording words;
  private final Charts charts;

  PageParts(Wording words) {
    this.words = words;
    this.charts = new Charts(words);
  }

  /** What stands above the fold. */
  Part headline() {
    return new Part(
        "headline",
        Set.of(MARKET),
        rows(Headline.NAME),
        page -> Map.of("cards", new HeadlineCards(words).cards(page)),
        "headline");
  }

  Part line() {
    return new Part(
        "line",
        EVERYTHING,
        questions -> stepsOf(questions, "linear"),
        page -> charts.line(page),
        CHART);
  }

  Part starts() {
    return new Part("starts", EVERYTHING, rows(CircleSummary.NAME), charts::starts, "starts");
  }

  /** The circle and what stands below it, section by section. */
  List<Part> grid() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("circle", EVERYTHING, rows(CircleOverview.NAME), charts::circle, CHART));
    parts.add(new Part("drop-off", NOTHING, rows(DropoffOverview.NAME), charts::dropOff, CHART));
    parts.add(
        new Part(
            "by-cohort",
            Set.of(MARKET, MODEL),
            rows(MomentConversion.NAME),
            charts::byCohort,
            CHART));
    add(parts, "blind-line", EVERYTHING, ReadBlindLine.TABLE, new BlindLineSection(words)::section);
    add(
        parts,
        "dealers",
        Set.of(MARKET, MONTH),
        ReadDealers.TABLE,
        new DealerSection(words)::section);
    add(parts, "paths", Set.of(MARKET, MODEL), ReadPaths.TABLE, new PathSection(words)::section);
    add(
        parts,
        "hand-offs",
        Set.of(MARKET, MONTH),
        ReadHandoffs.TABLE,
        new HandoffSection(words)::section);
    add(parts, "leakage", EVERYTHING, ReadLeaks.TABLE, new LeakSection(words)::section);
    add(
        parts,
        "responsiveness",
        Set.of(MARKET, MONTH),
        ReadAnswers.TABLE,
        new AnswerSection(words)::section);
    add(
        parts,
        "influence",
        Set.of(MARKET),
        ReadInfluence.TABLE,
        new InfluenceSection(words)::section);
    add(
        parts,
        "experience",
        Set.of(MONTH),
        ReadExperience.TABLE,
        new ExperienceSection(words)::section);
    add(
        parts,
        "zmot-sources",
        Set.of(MARKET, MODEL),
        ReadSources.TABLE,
        new SourceSection(words)::section);
    add(
        parts,
        "return-by-tenure",
        Set.of(MARKET, MODEL),
        ReadReturns.TABLE,
        new ReturnSection(words)::section);
    add(parts, "reputation", NOTHING, ReadReputation.TABLE, ReputationSection::section);
    add(parts, "attribution", EVERYTHING, ReadCredits.TABLE, CreditSection::section);
    add(parts, "changes", NOTHING, Restatements.NAME, ChangeSection::section);
    return parts;
  }

  private static void add(
      List<Part> parts,
      String id,
      Set<Dimension> reach,
      String table,
      Function<Questions, Section> section) {
    parts.add(new Part(id, reach, rows(table), page -> section.apply(page.questions()), "section"));
  }

  Part pairs() {
    return new Part("pairs", EVERYTHING, rows(MomentConversion.NAME), charts::pairs, "pairs");
  }

  /** Funnels of the configuration beside the linear one. */
  List<Part> otherFunnels(PageTables page) {
    return page.funnels().stream()
        .skip(1)
        .map(Funnel::name)
        .map(
            name ->
                new Part(
                    FunnelBars.id(new Funnel(name, List.of())) + "-section",
                    EVERYTHING,
                    questions -> stepsOf(questions, name),
                    one -> charts.funnel(one, name),
                    CHART))
        .toList();
  }

  private static TableRows stepsOf(Questions questions, String funnel) {
    return questions
        .of(FunnelOverview.NAME)
        .only(row -> row.text(FunnelSteps.FUNNEL).equals(funnel));
  }

  private static Function<Questions, TableRows> rows(String table) {
    return questions -> questions.of(table);
  }
}

package giro.report;

import giro.model.table.CircleSummary;
import giro.report.ReadInfluence.Influence;
import giro.report.ReadMomentum.Momentum;
import java.util.List;
import java.util.Locale;

/** What customers' words bring: readers and what became of them, and the circle's momentum. */
record InfluenceSection(Wording words) {
  private static final Section.Title TITLE =
      new Section.Title(
          "influence",
          "What customers’ words bring",
          "Readers of customers’ content and what became of them. Lift: lead rate of laps that read"
              + " it over that of laps alike that read nothing, less 1. Associated with, never caused"
              + " by.");

  private static final String COLOR = "#8e4aa0";
  private static final int MONTHS = 8;

  Section section(Questions questions) {
    Section.Builder section = Section.of(TITLE);
    List<Influence> models = ReadInfluence.byModel(questions);
    if (!models.isEmpty()) {
      addReaders(section, models);
      section.folded(table(models));
    }
    section
        .basis("Readers", questions.of(ReadInfluence.TABLE))
        .basis("Momentum", questions.of(ReadMomentum.TABLE));
    List<Momentum> months =
        ReadMomentum.months(questions).stream().filter(month -> month.value() != null).toList();
    if (!months.isEmpty()) {
      addMomentum(section, months.subList(0, Math.min(MONTHS, months.size())));
      section.folded(parts(months));
    }
    return section.build();
  }

  private static void addReaders(Section.Builder section, List<Influence> models) {
    List<CountBars.Bar> bars =
        models.stream()
            .filter(model -> !model.isAll())
            .map(
                model ->
                    new CountBars.Bar(
                        model.model(),
                        model.readers(),
                        Wording.brief(model.leads()) + " leads",
                        Paint.fill(COLOR)))
            .toList();
    List<Influence> lifted = models.stream().filter(model -> model.lift() != null).toList();
    String sentence =
        total(models)
            + (lifted.isEmpty()
                ? " No lift may be shown: its counts are withheld or rounded."
                : " A reader of contents on two models counts in both.");
    section.picture(CountBars.draw("readers", "Readers by model", bars), sentence);
    if (!lifted.isEmpty()) {
      section.picture(lift(lifted), underLift(lifted));
    }
  }

  private static String total(List<Influence> models) {
    return models.stream()
        .filter(Influence::isAll)
        .map(
            all ->
                String.format(
                    "%s persons read what another customer wrote; %s leads and %s acquisitions of"
                        + " theirs followed.",
                    Wording.count(all.readers()),
                    Wording.brief(all.leads()),
                    Wording.brief(all.acquisitions())))
        .findFirst()
        .orElse("Readers of what other customers wrote, by model.");
  }

  private static String lift(List<Influence> models) {
    List<Dots.Dot> dots =
        models.stream()
            .map(
                model ->
                    new Dots.Dot(
                        model.isAll() ? "All models" : model.model(),
                        model.lift(),
                        model.interval(),
                        "of " + Wording.brief(model.compared()) + " laps",
                        COLOR))
            .toList();
    return Dots.draw(
        "lift", "Lift of reading", dots, Dots.Scale.around(dots, 0, Wording::roundShare));
  }

  private static String underLift(List<Influence> models) {
    long clear =
        models.stream()
            .filter(model -> !model.isAll() && model.interval() != null)
            .filter(model -> model.interval().low() > 0)
            .count();
    return String.format(
        "Lift with its 95 %% interval: %s of %s models lie clear of 0; where the interval holds 0,"
            + " nothing is shown to differ.",
        clear, models.stream().filter(model -> !model.isAll()).count());
  }

  private static void addMomentum(Section.Builder section, List<Momentum> months) {
    List<Dots.Dot> dots =
        months.stream()
            .map(
                month ->
                    new Dots.Dot(
                        Wording.month(month.month()),
                        month.value(),
                        month.interval(),
                        interval(month),
                        "#3a6db5"))
            .toList();
    Dots.Scale scale = Dots.Scale.around(dots, 0, InfluenceSection::three);
    section.picture(
        Dots.draw("momentum", "Momentum by cohort month", dots, scale),
        "Momentum: new laps that a lap brings by what was written in it, less those that would have"
            + " begun anyway; 1 would keep the circle turning by itself. A lower bound, and young"
            + " cohorts still rise.");
  }

  private static String interval(Momentum month) {
    return month.interval() == null
        ? ""
        : three(month.interval().low()) + " to " + three(month.interval().high());
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private TableView table(List<Influence> models) {
    TableView.Builder table =
        TableView.of(
            "Customers’ content by model",
            "Model",
            "Contents",
            "Readers",
            "Leads",
            "Acquisitions",
            "Lift",
            "95 % interval",
            "Laps compared");
    for (Influence model : models) {
      table.row(
          model.isAll() ? "All models" : model.model(),
          words.shown(model.contents()),
          words.shown(model.readers()),
          Wording.brief(model.leads()),
          Wording.brief(model.acquisitions()),
          model.lift() == null ? "–" : Wording.roundShare(model.lift()),
          Wording.shares(model.interval()),
          Wording.brief(model.compared()));
    }
    return table.build();
  }

  private static TableView parts(List<Momentum> months) {
    TableView.Builder table =
        TableView.of(
            "Momentum and its parts by cohort month",
            "Month",
            "Momentum",
            "95 % interval",
            "ZMOT → FMOT",
            "FMOT → SMOT",
            "SMOT → UMOT",
            "Contents per publishing lap",
            "Readers per content",
            "New laps");
    for (Momentum month : months) {
      PublishedRow parts = month.parts();
      table.row(
          Wording.month(month.month()),
          three(month.value()),
          interval(month),
          share(parts.number(CircleSummary.ZMOT_FMOT)),
          share(parts.number(CircleSummary.FMOT_SMOT)),
          share(parts.number(CircleSummary.SMOT_UMOT)),
          mean(parts.number(CircleSummary.CONTENTS_PER_PUBLISHING_LAP)),
          mean(parts.number(CircleSummary.READERS_PER_CONTENT)),
          mean(parts.number(CircleSummary.NEW_LAPS)));
    }
    return table.build();
  }

  private static String share(Double value) {
    return value == null ? "–" : Wording.roundShare(value);
  }

  private static String mean(Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.1f", value);
  }
}

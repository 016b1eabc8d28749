package giro.report;

import giro.report.ReadExperience.Mean;
import giro.report.ReadExperience.Mood;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How contacts feel, by moment and by generation, and how many answer. */
record ExperienceSection(Wording words) {
  private static final Section.Title TITLE =
      new Section.Title(
          "experience",
          "How contacts feel",
          "Feelings in contacts from −1 to 1, stars before sentiment; contacts that say nothing are"
              + " left out. Those who answer surveys are not like those who do not: read with the"
              + " response rate.");

  Section section(Questions questions) {
    Section.Builder section = Section.of(TITLE);
    List<Mood> moments = ReadExperience.byMoment(questions);
    List<Mood> generations = ReadExperience.byGeneration(questions);
    add(section, "moment", moments);
    add(section, "generation", generations);
    return section.basis(ReadExperience.rows(questions)).build();
  }

  /** Feelings; where none but those over all may be shown, how many answer. */
  private void add(Section.Builder section, String by, List<Mood> moods) {
    if (moods.stream().allMatch(mood -> mood.touches() == null)) {
      return;
    }
    boolean isKnown =
        moods.stream()
            .anyMatch(
                mood -> mood.sentiment().value() != null && !PageTables.ALL.equals(mood.name()));
    section
        .picture(
            isKnown ? feelings(by, moods) : answers(by, moods),
            isKnown ? underFeelings(by, moods) : underAnswers(by, moods))
        .folded(table(by, moods))
        .folded(wanted(by, moods));
  }

  private static String answers(String by, List<Mood> moods) {
    List<Dots.Dot> dots =
        moods.stream()
            .map(
                mood ->
                    new Dots.Dot(
                        name(mood),
                        mood.responseRate(),
                        mood.response(),
                        mood.touches() == null ? "" : "of " + Wording.compact(mood.touches()),
                        MomentLook.of(mood.name()).color()))
            .toList();
    Dots.Scale scale = Dots.Scale.around(dots, 0, Wording::share);
    return Dots.draw("answers-" + by, "Response rate by " + by, dots, scale);
  }

  private static String underAnswers(String by, List<Mood> moods) {
    Mean all =
        moods.stream()
            .filter(mood -> PageTables.ALL.equals(mood.name()))
            .map(Mood::sentiment)
            .findFirst()
            .orElse(new Mean(null, null, null));
    String mean =
        all.value() == null
            ? ""
            : String.format(
                "; over all it is %s (%s to %s, n %s)",
                two(all.value()),
                all.interval() == null ? "?" : two(all.interval().low()),
                all.interval() == null ? "?" : two(all.interval().high()),
                Wording.brief(all.n()));
    return String.format(
        "Contacts with an answered survey by %s. No mean feeling by %s may be shown: its numbers are"
            + " withheld or rounded%s.",
        by, by, mean);
  }

  private static String feelings(String by, List<Mood> moods) {
    List<Dots.Dot> dots =
        moods.stream()
            .map(
                mood ->
                    new Dots.Dot(
                        name(mood),
                        mood.sentiment().value(),
                        mood.sentiment().interval(),
                        remark(mood),
                        MomentLook.of(mood.name()).color()))
            .toList();
    Dots.Scale scale = new Dots.Scale(-1, 1, 0, ExperienceSection::two);
    return Dots.draw("feelings-" + by, "Feeling by " + by, dots, scale);
  }

  private static String name(Mood mood) {
    return PageTables.ALL.equals(mood.name()) ? "All" : mood.name();
  }

  private static String remark(Mood mood) {
    if (mood.touches() == null) {
      return "withheld";
    }
    String n = mood.sentiment().n() == null ? "" : "n " + Wording.compact(mood.sentiment().n());
    return mood.responseRate() == null
        ? n
        : n + ", " + Wording.share(mood.responseRate()) + " answer";
  }

  private static String underFeelings(String by, List<Mood> moods) {
    long hidden = moods.stream().filter(mood -> mood.sentiment().value() == null).count();
    String missing =
        hidden == 0
            ? ""
            : String.format(
                " %s of these rows have no mean: nobody said anything, or the counts are withheld or"
                    + " rounded.",
                hidden);
    return "Mean with its 95 % interval by "
        + by
        + "; beneath it, how many say something and which share of contacts has an answered survey."
        + missing;
  }

  private TableView table(String by, List<Mood> moods) {
    TableView.Builder table =
        TableView.of(
            "By " + by + "; means with their 95 % intervals",
            header(by),
            "Contacts",
            "Response rate",
            "Feeling",
            "Satisfaction, 1 to 5");
    for (Mood mood : moods) {
      String interval = mood.response() == null ? "" : " (" + Wording.shares(mood.response()) + ")";
      table.row(
          name(mood),
          words.shown(mood.touches()),
          mood.responseRate() == null ? "–" : Wording.share(mood.responseRate()) + interval,
          mean(mood.sentiment()),
          mean(mood.survey("csat")));
    }
    return table.build();
  }

  /** What surveys say was wanted, beside what was felt; only rows that say something. */
  private static TableView wanted(String by, List<Mood> moods) {
    TableView.Builder table =
        TableView.of(
            "By " + by + ": empathy and trust in surveys",
            header(by),
            "Empathy wanted",
            "Empathy felt",
            "Trust wanted",
            "Trust felt");
    for (Mood mood : moods) {
      List<Mean> means =
          Stream.of("expected_empathy", "perceived_empathy", "expected_trust", "perceived_trust")
              .map(mood::survey)
              .toList();
      if (means.stream().anyMatch(mean -> mean.value() != null)) {
        table.row(
            name(mood),
            mean(means.get(0)),
            mean(means.get(1)),
            mean(means.get(2)),
            mean(means.get(3)));
      }
    }
    return table.build();
  }

  private static String header(String by) {
    return by.substring(0, 1).toUpperCase(Locale.ROOT) + by.substring(1);
  }

  private static String mean(Mean mean) {
    if (mean.value() == null) {
      return "–";
    }
    String interval =
        mean.interval() == null
            ? ""
            : " (" + two(mean.interval().low()) + " to " + two(mean.interval().high()) + ")";
    return two(mean.value()) + interval;
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}

package giro.report;

import giro.report.ReadPaths.Step;
import java.util.Comparator;
import java.util.List;

/** The ways laps take around the circle, unrolled. */
record PathSection(Wording words) {
  private static final Section.Title TITLE =
      new Section.Title(
          "paths",
          "Ways around the circle",
          "The first places of laps, unrolled. A moment that comes again at once is one place; a"
              + " stimulus that follows another moment is passed over.");

  private static final int STEPS = 40;

  Section section(Questions questions) {
    List<Step> steps = ReadPaths.steps(questions);
    Section.Builder section = Section.of(TITLE);
    if (steps.stream().anyMatch(step -> step.laps() != null)) {
      section.picture(PathFlow.draw(steps), sentence(steps)).folded(table(steps));
    }
    return section.basis(questions.of(ReadPaths.TABLE)).build();
  }

  private static String sentence(List<Step> steps) {
    long laps = sum(steps, 1);
    long onwards =
        steps.stream()
            .filter(step -> step.position() == 2 && step.laps() != null)
            .filter(step -> step.to().endsWith("MOT"))
            .mapToLong(Step::laps)
            .sum();
    Step back =
        steps.stream()
            .filter(step -> step.laps() != null)
            .filter(step -> "FMOT".equals(step.from()) && "ZMOT".equals(step.to()))
            .max(Comparator.comparing(Step::laps))
            .orElse(null);
    String again =
        back == null
            ? ""
            : String.format(
                "; %s go from a first contact back to research at place %s",
                Wording.count(back.laps()), back.position());
    return String.format(
        "Of %s laps shown here, %s come to a second place%s.",
        Wording.count(laps), Wording.count(onwards), again);
  }

  private static long sum(List<Step> steps, int position) {
    return steps.stream()
        .filter(step -> step.position() == position && step.laps() != null)
        .mapToLong(Step::laps)
        .sum();
  }

  private TableView table(List<Step> steps) {
    TableView.Builder table =
        TableView.of(
            "The most common steps (at most " + STEPS + "), by place along the lap",
            "Step",
            "Place",
            "Laps",
            "Persons");
    steps.stream()
        .filter(step -> step.laps() != null)
        .sorted(Comparator.comparing(Step::laps).reversed())
        .limit(STEPS)
        .sorted(
            Comparator.comparing(Step::position)
                .thenComparing(Comparator.comparing(Step::laps).reversed()))
        .forEach(
            step ->
                table.row(
                    name(step.from()) + " → " + name(step.to()),
                    String.valueOf(step.position()),
                    words.shown(step.laps()),
                    words.shown(step.persons())));
    return table.build();
  }

  private static String name(String node) {
    return "START".equals(node) ? "start" : PathFlow.name(node);
  }
}

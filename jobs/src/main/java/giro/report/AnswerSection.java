package giro.report;

import giro.report.ReadAnswers.Answers;
import java.util.ArrayList;
import java.util.List;

/** How soon a person answers, and how much is settled at the first contact. */
record AnswerSection(Wording words) {
  private static final Section.Title TITLE =
      new Section.Title(
          "responsiveness",
          "How soon customers are answered",
          "Answered by a person within 24 hours: Kaplan-Meier over all questions, so that silence"
              + " counts as waiting; a bot’s answer does not end the wait.");

  private static final String COLOR = "#3a6db5";

  Section section(Questions questions) {
    Section.Builder section = Section.of(TITLE);
    Answers all = ReadAnswers.all(questions);
    List<Answers> departments = ReadAnswers.byDepartment(questions);
    List<Answers> channels = ReadAnswers.byChannel(questions);
    add(section, "department", all, departments);
    add(section, "channel", all, channels);
    return section
        .basis(questions.of(ReadAnswers.TABLE))
        .folded(table("By department", "Department", all, departments))
        .folded(table("By channel", "Channel", all, channels))
        .build();
  }

  private static void add(Section.Builder section, String by, Answers all, List<Answers> answers) {
    List<Dots.Dot> dots = new ArrayList<>();
    if (all != null && all.within24h() != null) {
      dots.add(dot("All", all));
    }
    answers.stream()
        .filter(one -> one.within24h() != null)
        .forEach(one -> dots.add(dot(name(one), one)));
    if (!dots.isEmpty()) {
      Dots.Scale scale = new Dots.Scale(0, 1, Double.NaN, Wording::roundShare);
      section.picture(
          Dots.draw("answers-24h-" + by, "Answered within 24 hours by " + by, dots, scale),
          sentence(by, all));
    }
  }

  private static Dots.Dot dot(String name, Answers answers) {
    String remark = "of " + Wording.brief(answers.questions());
    return new Dots.Dot(name, answers.within24h(), answers.interval(), remark, COLOR);
  }

  private static String sentence(String by, Answers all) {
    if ("channel".equals(by)) {
      return "The same questions by the channel they came through.";
    }
    return all == null
        ? "Share answered by a person within 24 hours with its 95 % interval."
        : String.format(
            "%s of %s questions have an answer from a person so far, %s one from a bot; %s of %s"
                + " cases are settled at the first contact.",
            Wording.brief(all.byHuman()),
            Wording.brief(all.questions()),
            Wording.brief(all.byBot()),
            all.firstContact() == null ? "–" : Wording.share(all.firstContact()),
            Wording.brief(all.cases()));
  }

  private static String name(Answers answers) {
    return answers.name().replace('_', ' ');
  }

  private TableView table(String caption, String header, Answers all, List<Answers> answers) {
    TableView.Builder table =
        TableView.of(
            caption,
            header,
            "Questions",
            "By a person",
            "By a bot",
            "Within 24 hours",
            "95 % interval",
            "Median business hours",
            "Cases",
            "Settled at first contact");
    if (all != null) {
      add(table, "All", all);
    }
    answers.forEach(one -> add(table, name(one), one));
    return table.build();
  }

  private void add(TableView.Builder table, String name, Answers answers) {
    table.row(
        name,
        words.shown(answers.questions()),
        Wording.brief(answers.byHuman()),
        Wording.brief(answers.byBot()),
        answers.within24h() == null ? "–" : Wording.roundShare(answers.within24h()),
        Wording.shares(answers.interval()),
        answers.hours() == null ? "–" : Wording.days(answers.hours()),
        Wording.brief(answers.cases()),
        answers.firstContact() == null ? "–" : Wording.share(answers.firstContact()));
  }
}

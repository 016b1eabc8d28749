package giro.report;

import java.util.List;

/** The sections on what persons did, in their order on the page. */
record QuestionSections(Wording words) {

  List<Section> of(Questions questions) {
    return List.of(
        new BlindLineSection(words).section(questions),
        new DealerSection(words).section(questions),
        new PathSection(words).section(questions),
        new HandoffSection(words).section(questions),
        new InfluenceSection(words).section(questions),
        new ExperienceSection(words).section(questions),
        new SourceSection(words).section(questions),
        ReputationSection.section(questions),
        CreditSection.section(questions));
  }
}

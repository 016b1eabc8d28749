package giro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class QuestionSectionsTest {
  private static final List<String> IDS =
      List.of(
          "blind-line",
          "dealers",
          "paths",
          "hand-offs",
          "leakage",
          "responsiveness",
          "influence",
          "experience",
          "zmot-sources",
          "return-by-tenure",
          "reputation",
          "attribution",
          "changes");

  /** Of which nothing is drawn when all is withheld. */
  private static final List<String> HIDDEN =
      List.of(
          "influence",
          "experience",
          "zmot-sources",
          "return-by-tenure",
          "reputation",
          "attribution",
          "changes");

  @Test
  void everyQuestionHasItsSectionAndSaysWhatItMeans() {
    List<Section> sections = sections(MadeUpQuestions.all());

    assertThat(sections).extracting(section -> section.title().id()).isEqualTo(IDS);
    assertThat(sections)
        .allSatisfy(
            section -> {
              assertThat(section.isEmpty()).isFalse();
              assertThat(section.isHidden()).isFalse();
              assertThat(section.title().definition()).isNotBlank();
            });
    assertThat(sections)
        .as("every picture has its numbers as a table")
        .allMatch(section -> section.pictures().isEmpty() || section.hasFolded());
  }

  @Test
  void aSnapshotWithoutTheTablesSaysSo() {
    assertThat(sections(Questions.none())).allMatch(Section::isEmpty);

    assertThat(page(Questions.none()))
        .contains("Nothing has been counted yet.")
        .doesNotContain("All of it is withheld");
  }

  @Test
  void whatIsAllWithheldIsNotNothing() {
    List<Section> sections = sections(MadeUpQuestions.allWithheld());

    assertThat(sections).noneMatch(Section::isEmpty);
    assertThat(sections)
        .filteredOn(section -> HIDDEN.contains(section.title().id()))
        .allMatch(Section::isHidden);
    Xml.parse(page(MadeUpQuestions.allWithheld()));
  }

  @Test
  void thePageStaysWellFormedWithoutAnythingFromOutside() {
    String html = page(MadeUpQuestions.all());

    Document page = Xml.parse(html);
    assertThat(Xml.elements(page, "b")).isEmpty();
    assertThat(Xml.elements(page, "i")).isEmpty();
    assertThat(Xml.texts(page, "th")).contains("<b>IT001", "Model <A>");
    assertThat(Pattern.compile("(src|href)=|@import|url\\((?!#)").matcher(html).find()).isFalse();
    List<String> ids =
        Xml.elements(page, "*").stream()
            .map(element -> element.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void numbersInAPictureAreNumbersOfItsTable() {
    Document page = Xml.parse(page(MadeUpQuestions.all()));
    Set<String> inTables = new HashSet<>();
    Xml.texts(page, "td").forEach(cell -> inTables.addAll(List.of(cell, cell.split(" \\(")[0])));

    assertThat(
            Xml.elements(page, "text").stream()
                .filter(text -> text.getAttribute("class").contains("value"))
                .map(Element::getTextContent))
        .isNotEmpty()
        .allSatisfy(value -> assertThat(inTables).contains(value));
  }

  @Test
  void reasonsFillTheBarOfAllPersons() {
    Section section = new BlindLineSection(new Wording(10)).section(MadeUpQuestions.all());
    Document bar = Xml.parse(section.pictures().get(0).svg());

    assertThat(
            Xml.elements(bar, "rect").stream()
                .filter(part -> part.getAttribute("class").equals("part"))
                .map(part -> part.getAttribute("width")))
        .as("100 and 300 of 400, in the order in which reasons are looked for")
        .containsExactly("115.0", "345.0");
    assertThat(section.pictures().get(0).sentence())
        .startsWith(
            "Of the 400 persons counted here the line sees 100 acquire; at least 0 acquired");
    assertThat(Xml.texts(bar, "text")).contains("withheld");
    assertThat(section.caveat()).isEqualTo("1 withheld row is not counted here.");
  }

  @Test
  void plannedWaysAreFramedAndWithheldOnesAreDots() {
    Section section = new HandoffSection(new Wording(10)).section(MadeUpQuestions.all());
    Document map = Xml.parse(section.pictures().get(0).svg());

    assertThat(
            Xml.elements(map, "rect").stream()
                .filter(rect -> rect.getAttribute("class").equals("expected")))
        .hasSize(1);
    assertThat(Xml.texts(map, "text"))
        .contains("finance A", "sales B", "10%", "90", "·")
        .doesNotContain("99");
  }

  @Test
  void bandsOfTheFlowAreTheStepsThatMayBeShown() {
    Section section = new PathSection(new Wording(10)).section(MadeUpQuestions.all());
    Document flow = Xml.parse(section.pictures().get(0).svg());

    assertThat(Xml.elements(flow, "path")).hasSize(3);
    assertThat(Xml.texts(flow, "text")).contains("ZMOT 400", "FMOT 250", "ended 150", "ZMOT 70");
    assertThat(section.pictures().get(0).sentence())
        .isEqualTo(
            "Of 400 laps shown here, 250 come to a second place; 70 go from a first contact back"
                + " to research at place 3.");
  }

  @Test
  void aLiftWhoseIntervalHoldsZeroShowsNothing() {
    Section section = new InfluenceSection(new Wording(10)).section(MadeUpQuestions.all());

    assertThat(section.pictures()).hasSize(3);
    assertThat(section.pictures().get(1).sentence()).contains("0 of 1 models lie clear of 0");
  }

  @Test
  void aModelStandsWhereItsLatestDayPutsItAndTiesAreNamed() {
    Section section = ReputationSection.section(MadeUpQuestions.all());

    assertThat(section.pictures().get(0).sentence()).contains("2 of 2 models share the first rank");
    assertThat(section.folded().get(0).rows().get(0).cells())
        .extracting(TableView.Cell::text)
        .startsWith("Model A", "1 (tied)", "3.60");
    assertThat(section.open().get(0).rows().get(0).cells())
        .extracting(TableView.Cell::text)
        .containsExactly(
            "5 October 2026",
            "rising topic: <i>brakes",
            "IT, all models",
            "31",
            "1.70",
            "7 October 2026");
  }

  @Test
  void withoutMeansOfFeelingsTheRatesOfAnswersAreDrawn() {
    Section section = new ExperienceSection(new Wording(10)).section(MadeUpQuestions.all());

    assertThat(section.pictures().get(0).svg()).contains("feelings-moment", "-0.20");
    assertThat(section.pictures().get(1).svg()).contains("answers-generation", "2.0\u202f%");
    assertThat(section.pictures().get(1).sentence()).contains("No mean feeling by generation");
  }

  @Test
  void creditOfWhichAPartIsHiddenIsMarked() {
    Section section = CreditSection.section(MadeUpQuestions.all());

    assertThat(section.open().get(0).rows().get(0).cells())
        .extracting(TableView.Cell::text)
        .containsExactly("web", "12.5", "7.0+");
  }

  private static List<Section> sections(Questions questions) {
    PageTables page = withQuestions(questions);
    return new PageParts(new Wording(10))
        .grid().stream()
            .map(part -> part.view().apply(page))
            .filter(Section.class::isInstance)
            .map(Section.class::cast)
            .toList();
  }

  private static String page(Questions questions) {
    return new WritePage().html(withQuestions(questions), MadeUpNight.facts());
  }

  private static PageTables withQuestions(Questions questions) {
    PageTables night = MadeUpNight.tables();
    return new PageTables(
        night.headlines(),
        night.funnels(),
        night.moves(),
        night.starts(),
        night.dropOffs(),
        night.pairs(),
        night.cohorts(),
        night.sources(),
        night.rejected(),
        night.markedRows(),
        questions);
  }
}

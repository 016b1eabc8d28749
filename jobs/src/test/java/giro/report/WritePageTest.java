package giro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class WritePageTest {
  private static final WritePage PAGE = new WritePage();

  @Test
  void thePageIsWellFormedAndSmall() {
    String html = PAGE.html(MadeUpNight.tables(), MadeUpNight.facts());

    Document page = Xml.parse(html);
    assertThat(Xml.elements(page, "svg")).hasSize(5);
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
  }

  @Test
  void thePageNeedsNothingFromOutside() {
    String html = PAGE.html(MadeUpNight.tables(), MadeUpNight.facts());

    assertThat(Pattern.compile("(src|href)=|@import|url\\((?!#)").matcher(html).find()).isFalse();
    assertThat(html.replace("http://www.w3.org/", "")).doesNotContain("http");
  }

  @Test
  void theTopSaysWhichNightItIsAndThatTheKeyIsTheDemoKey() {
    String html = PAGE.html(MadeUpNight.tables(), MadeUpNight.facts());

    assertThat(html)
        .contains("As of <strong>14 November 2026</strong>")
        .contains("Run 15 November 2026, 02:10 UTC")
        .contains("data complete through <strong>14 November 2026</strong>")
        .contains("Demo key in use")
        .contains("No file in the latest night from: dealer");
  }

  @Test
  void aFigureThatMayNotBeShownSaysWhy() {
    String html = PAGE.html(MadeUpNight.tables(), MadeUpNight.facts());

    assertThat(html)
        .contains("<span class=\"figure hidden\">withheld (limit 10 persons)</span>")
        .contains(
            "41 withheld rows are not counted here. 7 other rows are rounded to 5 beside what is withheld.");
  }

  @Test
  void everyChartSaysWhatTheOtherViewCannotShowAndHasItsNumbersAsATable() {
    Document page = Xml.parse(PAGE.html(MadeUpNight.tables(), MadeUpNight.facts()));

    assertThat(Xml.texts(page, "figcaption"))
        .hasSize(5)
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .isEqualTo(
                        "1,620 laps go back from FMOT to ZMOT, which the funnel cannot show; only"
                            + " 31\u202f% of the 6,120 laps with two or more moments keep the order"
                            + " of the line."));
    assertThat(Xml.elements(page, "details")).hasSize(5);
    assertThat(Xml.texts(page, "td")).as("numbers of the ring").contains("4,310", "1,620", "640");
  }

  @Test
  void numbersInAPictureAreNumbersOfItsTable() {
    Document page = Xml.parse(PAGE.html(MadeUpNight.tables(), MadeUpNight.facts()));
    Set<String> inTables = new HashSet<>(Xml.texts(page, "td"));

    List<String> inPictures =
        Xml.elements(page, "text").stream()
            .filter(text -> text.getAttribute("class").contains("value"))
            .map(Element::getTextContent)
            .toList();

    assertThat(inPictures).isNotEmpty().allSatisfy(value -> assertThat(inTables).contains(value));
  }

  @Test
  void thePairTableRepeatsTheIncidenceOfTheHeadline() {
    Document page = Xml.parse(PAGE.html(MadeUpNight.tables(), MadeUpNight.facts()));

    assertThat(Xml.texts(page, "strong")).as("in the table of pairs").contains("41.8\u202f%");
    assertThat(Xml.texts(page, "span"))
        .as("at the top, and beside the pair")
        .contains("41.8\u202f%", "95 % interval 40.9 to 42.7\u202f%, of 12,400")
        .contains("40.9 to 42.7\u202f%");
  }

  @Test
  void idsAreUniqueAndEveryPictureHasATitle() {
    Document page = Xml.parse(PAGE.html(MadeUpNight.tables(), MadeUpNight.facts()));

    List<String> ids =
        Xml.elements(page, "*").stream()
            .map(element -> element.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    for (Element svg : Xml.elements(page, "svg")) {
      assertThat(ids).contains(svg.getAttribute("aria-labelledby").split(" "));
    }
  }

  @Test
  void aNameFromTheDataCannotBreakThePage() {
    PageTables night = MadeUpNight.tables();
    PageTables hostile =
        new PageTables(
            List.of(
                new HeadlineFigure("<b>", "<b>market</b>", "\"&", "count", 1.0, null, 1L, false)),
            List.of(new Funnel("<b>", List.of(new FunnelStep(1, "</svg>", 9L, 1L, 8L, 0L)))),
            night.moves(),
            night.starts(),
            night.dropOffs(),
            night.pairs(),
            night.cohorts(),
            List.of(new SourceLine("<script>alert(1)</script>", null, null, null)),
            List.of(new RejectedReason("<i>", true, 3)),
            night.markedRows(),
            night.questions());

    Document page = Xml.parse(PAGE.html(hostile, MadeUpNight.facts()));

    assertThat(Xml.elements(page, "b")).isEmpty();
    assertThat(Xml.texts(page, "script")).noneMatch(script -> script.contains("alert(1)"));
    assertThat(PAGE.html(hostile, MadeUpNight.facts())).doesNotContain("<script>alert");
    assertThat(Xml.texts(page, "th")).contains("<script>alert(1)</script>", "<i>");
  }

  @Test
  void aNightWithoutAnyTouchStillHasAPage() {
    String html = PAGE.html(MadeUpNight.empty(), MadeUpNight.facts());

    Xml.parse(html);
    assertThat(html).contains("Nothing has been counted yet.");
  }

  @Test
  void equalTablesGiveAnEqualPage() {
    assertThat(PAGE.html(MadeUpNight.tables(), MadeUpNight.facts()))
        .isEqualTo(PAGE.html(MadeUpNight.tables(), MadeUpNight.facts()));
  }
}

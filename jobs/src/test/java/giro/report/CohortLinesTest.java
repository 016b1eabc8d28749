package giro.report;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.measure.Interval;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CohortLinesTest {

  @Test
  void aYoungCohortIsDashedAndShadedSoThatItDoesNotReadAsAFall() {
    Document lines =
        Xml.parse(
            CohortLines.draw(
                List.of(zmotFmot(1, 0.4, 0), zmotFmot(2, 0.4, 0), zmotFmot(3, 0.1, 50))));

    assertThat(lines(lines))
        .extracting(line -> line.getAttribute("stroke-dasharray"))
        .containsExactly("none", "6 4");
    assertThat(Xml.texts(lines, "text")).contains("window still open");
  }

  @Test
  void matureCohortsAreNotShaded() {
    Document lines = Xml.parse(CohortLines.draw(List.of(zmotFmot(1, 0.4, 0), zmotFmot(2, 0.4, 0))));

    assertThat(Xml.texts(lines, "text")).doesNotContain("window still open");
  }

  @Test
  void cohortsInWhichNobodyConvertsLieOnTheAxis() {
    String lines = CohortLines.draw(List.of(zmotFmot(1, 0, 0), zmotFmot(2, 0, 5)));

    assertThat(lines).doesNotContain("NaN");
    assertThat(Xml.elements(Xml.parse(lines), "circle")).hasSize(2);
  }

  @Test
  void aWithheldMonthLeavesAGap() {
    CohortPoint withheld =
        new CohortPoint(
            "ZMOT",
            "FMOT",
            "forward",
            LocalDate.of(2026, 2, 1),
            null,
            null,
            null,
            null,
            null,
            null);

    Document lines =
        Xml.parse(CohortLines.draw(List.of(zmotFmot(1, 0.4, 0), withheld, zmotFmot(3, 0.3, 0))));

    assertThat(lines(lines)).as("no straight line across the gap").isEmpty();
    assertThat(Xml.elements(lines, "circle")).hasSize(2);
  }

  @Test
  void endLabelsNeverTouchAndStayInsideThePicture() {
    double[] places = CohortLines.spread(new double[] {280, 281, 282, 291});

    for (int i = 1; i < places.length; i++) {
      assertThat(places[i] - places[i - 1]).isGreaterThanOrEqualTo(17);
    }
    assertThat(places[3]).isLessThanOrEqualTo(290);
  }

  @Test
  void withoutCohortsThereIsAnEmptyChart() {
    assertThat(Xml.texts(Xml.parse(CohortLines.draw(List.of())), "desc"))
        .containsExactly("No cohort is known yet.");
  }

  private static List<Element> lines(Document document) {
    return Xml.elements(document, "line").stream()
        .filter(line -> line.getAttribute("class").equals("trend"))
        .toList();
  }

  private static CohortPoint zmotFmot(int month, double incidence, long open) {
    return new CohortPoint(
        "ZMOT",
        "FMOT",
        "forward",
        LocalDate.of(2026, month, 1),
        incidence,
        new Interval(incidence - 0.02, incidence + 0.02),
        100L,
        open,
        90.0,
        90.0);
  }
}

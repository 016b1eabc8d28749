package giro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class RingChartTest {

  @Test
  void everyArcCarriesItsNumber() {
    Document ring = Xml.parse(RingChart.draw(MadeUpNight.moves()));

    assertThat(Xml.texts(ring, "text"))
        .contains("4,310", "1,720", "980", "640", "1,620", "310", "2,870")
        .contains("ZMOT", "FMOT", "SMOT", "UMOT", "Research");
  }

  @Test
  void moreMovesMakeAWiderArc() {
    List<Element> arcs = arcs(RingChart.draw(MadeUpNight.moves()));

    List<Double> widths =
        arcs.stream().map(arc -> Double.valueOf(arc.getAttribute("stroke-width"))).toList();
    assertThat(widths).as("most moves first").isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(RingChart.width(4_310, 4_310)).isEqualTo(2 * RingChart.width(2_155, 4_310));
  }

  @Test
  void onlyMovesThatGoBackAreRedAndDashed() {
    for (Element arc : arcs(RingChart.draw(MadeUpNight.moves()))) {
      boolean isBack = arc.getAttribute("class").contains("backward");
      assertThat(arc.getAttribute("stroke").equals(MomentLook.RED)).isEqualTo(isBack);
      assertThat(arc.getAttribute("stroke-dasharray").equals("none")).isEqualTo(!isBack);
    }
  }

  @Test
  void withheldAndInvisibleMovesAndStaysAreLeftToTheTable() {
    List<Move> drawn =
        RingChart.drawn(
            List.of(
                new Move("ZMOT", "FMOT", "forward", 2_000L, 1_000L, 0L),
                new Move("ZMOT", "ZMOT", "self", 9_000L, 900L, 0L),
                new Move("SMOT", "UMOT", "forward", null, null, null),
                new Move("FMOT", "UMOT", "forward", 3L, 3L, 0L)));

    assertThat(drawn).extracting(Move::to).containsExactly("FMOT");
  }

  @Test
  void labelsDoNotTouchEachOther() {
    List<Element> labels =
        Xml.elements(Xml.parse(RingChart.draw(MadeUpNight.moves())), "text").stream()
            .filter(text -> text.getAttribute("class").contains("halo"))
            .toList();

    for (Element a : labels) {
      for (Element b : labels) {
        double dx = Math.abs(number(a, "x") - number(b, "x"));
        double dy = Math.abs(number(a, "y") - number(b, "y"));
        double widths = 8.6 * (a.getTextContent().length() + b.getTextContent().length()) / 2;
        assertThat(a == b || dx >= widths || dy >= 15)
            .as(a.getTextContent() + " and " + b.getTextContent())
            .isTrue();
      }
    }
  }

  @Test
  void anEmptyCircleIsStillACircle() {
    assertThat(Xml.texts(Xml.parse(RingChart.draw(List.of())), "text")).contains("ZMOT", "UMOT");
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static List<Element> arcs(String svg) {
    return Xml.elements(Xml.parse(svg), "path").stream()
        .filter(path -> path.getAttribute("class").startsWith("arc"))
        .toList();
  }
}

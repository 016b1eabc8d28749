package giro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class BarsTest {
  private static final Wording WORDS = new Wording(10);

  @Test
  void aFunnelSaysWhatShareOfThePreviousStepCameThrough() {
    Document funnel =
        Xml.parse(
            FunnelBars.draw(
                new Funnel(
                    "linear",
                    List.of(
                        new FunnelStep(1, "attract", 1_000L, 100L, 480L, 0L),
                        new FunnelStep(2, "convert", 420L, 20L, 300L, 0L))),
                WORDS));

    assertThat(Xml.texts(funnel, "text"))
        .contains("Attract", "1,000", "Convert", "420", "42\u202f% of previous");
  }

  @Test
  void theBarOfAStepIsAsLongAsItsCount() {
    Document funnel =
        Xml.parse(
            FunnelBars.draw(
                new Funnel(
                    "moments",
                    List.of(
                        new FunnelStep(1, "zmot", 1_000L, 0L, 0L, 0L),
                        new FunnelStep(2, "fmot", 500L, 0L, 0L, 0L))),
                WORDS));

    List<Element> bars = Xml.elements(funnel, "rect");
    assertThat(bars).extracting(bar -> bar.getAttribute("width")).containsExactly("196.0", "98.0");
    assertThat(bars)
        .extracting(bar -> bar.getAttribute("fill"))
        .as("moments keep their colours")
        .containsExactly("#3a6db5", "#c67d16");
  }

  @Test
  void aWithheldStepSaysSo() {
    Document funnel =
        Xml.parse(
            FunnelBars.draw(
                new Funnel("moments", List.of(new FunnelStep(1, "umot", null, null, null, null))),
                WORDS));

    assertThat(Xml.texts(funnel, "text")).contains("withheld (limit 10 persons)");
  }

  @Test
  void aNameFromConfigurationCannotBreakThePicture() {
    Document funnel =
        Xml.parse(
            FunnelBars.draw(
                new Funnel("<b>\"&", List.of(new FunnelStep(1, "<script>", 50L, 10L, 40L, 0L))),
                WORDS));

    assertThat(Xml.texts(funnel, "text")).contains("<script>");
    assertThat(Xml.elements(funnel, "script")).isEmpty();
  }

  @Test
  void dropOffShowsShareIntervalAndDenominator() {
    Document bars =
        Xml.parse(DropOffBars.draw(List.of(new DropOff("ZMOT", 1_000, 200, 50, 150, 600))));

    assertThat(Xml.texts(bars, "text"))
        .contains("ZMOT", "Research", "60.0\u202f%", "56.9 to 63.0\u202f%", "of 1,000");
  }

  @Test
  void thePartsOfADropOffBarAddUpToTheWholeBar() {
    Document bars =
        Xml.parse(DropOffBars.draw(List.of(new DropOff("FMOT", 800, 200, 100, 100, 400))));

    List<Double> parts =
        Xml.elements(bars, "rect").stream()
            .filter(part -> part.getAttribute("height").equals("30.0"))
            .map(part -> Double.valueOf(part.getAttribute("width")))
            .toList();
    assertThat(parts).containsExactly(113.0, 28.3, 28.3, 56.5);
  }
}

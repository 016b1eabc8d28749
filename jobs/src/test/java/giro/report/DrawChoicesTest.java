package giro.report;

import static giro.report.MadeUpQuestions.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DrawChoicesTest {
  private static final String MARCH = "2026-03-01";
  private static final String APRIL = "2026-04-01";
  private static final PageParts PARTS = new PageParts(new Wording(10));
  private static final int LARGE = 1_000_000;

  /** Hand-offs of Italy in March, of which Spain's are withheld. */
  private static PublishedNight night() {
    Map<Slice, TableRows> handoffs = new HashMap<>();
    handoffs.put(Slice.ALL, rows(handoff(500L)));
    handoffs.put(new Slice("IT", "(all)", "(all)"), rows(handoff(300L)));
    handoffs.put(new Slice("IT", "(all)", MARCH), rows(handoff(20L)));
    handoffs.put(
        new Slice("ES", "(all)", "(all)"),
        rows(row("from_department", "a", "to_department", "b", "is_withheld", true)));
    return new PublishedNight(
        new Choices(
            List.of(choice("ES"), choice("IT")),
            List.of(choice("C3")),
            List.of(choice(APRIL), choice(MARCH))),
        Map.of("handoffs_overview", new SlicedRows(handoffs)),
        List.of(),
        List.of());
  }

  @Test
  void eachChoiceHasItsOwnPictureOrAReasonForNone() throws IOException {
    JsonNode drawn = unpacked(draw(LARGE).packed().get("hand-offs"));

    assertThat(drawn.get("at").toString())
        .as("all, Spain, Italy; in each all months, April, March; by no model")
        .isEqualTo("[0,-1,-1,-2,-1,-1,1,-1,2]");
    assertThat(drawn.get("fragments")).hasSize(3);
    assertThat(drawn.get("fragments").get(1).asText()).contains(">300<").doesNotContain(">500<");
    assertThat(drawn.get("fragments").get(2).asText()).contains(">20<");
  }

  @Test
  void whatCannotBeChosenIsNotDrawnAgain() {
    assertThat(draw(LARGE).packed()).doesNotContainKeys("drop-off", "reputation", "changes");
  }

  @Test
  void earlierMonthsAreLeftOutBeforeThePageGrowsTooLarge() {
    int all = size(draw(LARGE));

    DrawChoices.Drawn fewer = draw(all - 1);

    assertThat(fewer.choices().months()).extracting(Choices.Choice::value).containsExactly(APRIL);
    assertThat(fewer.choices().markets()).hasSize(2);
    assertThat(size(fewer)).isLessThan(all);
    assertThat(draw(10).choices().isEmpty()).as("nothing fits").isTrue();
  }

  @Test
  void thePageOffersTheChoicesAndStaysWellFormed() {
    String html = new WritePage().html(night(), MadeUpNight.facts());

    assertThat(Xml.texts(Xml.parse(html), "option"))
        .containsExactly("all markets", "ES", "IT", "all models", "C3", "all months", APRIL, MARCH);
  }

  private static DrawChoices.Drawn draw(int mostCharacters) {
    return new DrawChoices(night(), new Templates()).draw(PARTS.grid(), mostCharacters);
  }

  private static int size(DrawChoices.Drawn drawn) {
    return drawn.packed().values().stream().mapToInt(String::length).sum();
  }

  private static JsonNode unpacked(String packed) throws IOException {
    byte[] bytes = Base64.getDecoder().decode(packed);
    return new ObjectMapper().readTree(new GZIPInputStream(new ByteArrayInputStream(bytes)));
  }

  private static Choices.Choice choice(String value) {
    return new Choices.Choice(value, value, value);
  }

  private static TableRows rows(PublishedRow row) {
    return new TableRows(List.of(row));
  }

  private static PublishedRow handoff(long count) {
    return MadeUpQuestions.handoff("sales", "finance", "handoffs", count);
  }
}

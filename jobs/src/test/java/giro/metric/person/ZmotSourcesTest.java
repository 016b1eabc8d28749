package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZmotSourcesTest {
  private static final SourceKinds KINDS =
      new SourceKinds(Map.of("article", "-", "review_site", "-"));
  private static final long ARTICLE = 1;
  private static final long REVIEW_SITE = 2;

  @Test
  void aSourceCountsBeforeTheFirstMeetingAndBeforeAnAcquisition() {
    Life ana =
        Life.person()
            .on("2026-01-01T10:00:00Z", "review_read", Moment.ZMOT)
            .with(touch -> touch.sources = REVIEW_SITE)
            .on("2026-01-02T10:00:00Z", "test_drive", Moment.FMOT)
            .on("2026-01-03T10:00:00Z", "article_read", Moment.ZMOT)
            .with(touch -> touch.sources = ARTICLE)
            .on("2026-01-04T10:00:00Z", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true)
            .on("2026-01-05T10:00:00Z", "search_landing", Moment.ZMOT);
    Life ben =
        Life.person()
            .on("2026-01-01T10:00:00Z", "article_read", Moment.ZMOT)
            .with(touch -> touch.sources = ARTICLE)
            .on("2026-01-02T10:00:00Z", "article_read", Moment.STIMULUS)
            .with(touch -> touch.sources = REVIEW_SITE);
    assertThat(
            rows(
                List.of(
                    "persons",
                    "persons_who_consulted",
                    "share",
                    "rate_low",
                    "rate_high",
                    "acquirers",
                    "acquirers_who_consulted",
                    "acquirer_share",
                    "consulted_at_all"),
                ana,
                ben))
        .as("of two: rates by Wilson; the article came after the test drive of Ana")
        .containsExactly(
            "article|2|1|0.5|0.0945|0.9055|1|1|1|2",
            "other|2|0|0|0|0.6576|1|0|0|1",
            "review_site|2|1|0.5|0.0945|0.9055|1|1|1|1");
  }

  @Test
  void whatIsDeclaredStandsApartFromWhatWasSeen() {
    Life ana = declares(Life.person(), "2026-01-01", "Review site");
    Life ben = declares(declares(Life.person(), "2026-01-01", "article"), "2026-02-01", "tv");
    Life carl = Life.person().on("2026-01-01", "survey_answer", Moment.SMOT);
    assertThat(
            rows(
                List.of(
                    "persons_who_consulted",
                    "declared_answers",
                    "declared_useful",
                    "declared_share"),
                ana,
                ben,
                carl))
        .containsExactly("article|0|2|1|0.5", "other|0|2|1|0.5", "review_site|0|2|1|0.5");
    assertThat(rows(List.of("declared_answers", "declared_share", "acquirer_share"), carl))
        .contains("article|0|null|null");
  }

  @Test
  void aSwitchIsAnotherModelNamedNext() {
    assertThat(switched(looksAt("C3"), reads(REVIEW_SITE, null), looksAt("C4")))
        .containsExactly("article|0|0", "other|1|0", "review_site|1|0");
    assertThat(switched(looksAt("C3"), reads(REVIEW_SITE, null), looksAt("C3"), looksAt("C4")))
        .as("the next car is the same")
        .contains("review_site|0|0");
    assertThat(switched(looksAt("C3"), reads(REVIEW_SITE, "C4"), looksAt("C4")))
        .as("reading of another car and taking to it")
        .contains("review_site|1|0");
    assertThat(switched(looksAt("C3"), reads(REVIEW_SITE, "C4"), looksAt("C3")))
        .as("reading of another car and staying")
        .contains("review_site|0|0");
    assertThat(switched(reads(REVIEW_SITE, "C3"), looksAt("C4")))
        .as("nothing was in mind but what it is about")
        .contains("review_site|1|0");
    assertThat(switched(reads(REVIEW_SITE, null), looksAt("C4")))
        .as("no car was in mind")
        .contains("review_site|0|0");
    assertThat(
            switched(looksAt("C3"), reads(REVIEW_SITE, null), life -> life.lap(2), looksAt("C4")))
        .as("another lap is another story")
        .contains("review_site|0|0");
  }

  @Test
  void aLossToAKnownCompetitorIsASwitchOfBrand() {
    Part lost =
        life ->
            life.on("2026-01-04T10:00:00Z", "lost_sale", Moment.NONE)
                .kinds(TouchKind.LOST)
                .with(touch -> touch.model = "C3");
    assertThat(
            switched(
                looksAt("C3"),
                reads(REVIEW_SITE, null),
                lost,
                life -> life.attribute("competitor", "x")))
        .containsExactly("article|0|0", "other|1|1", "review_site|1|1");
    assertThat(switched(looksAt("C3"), reads(REVIEW_SITE, null), lost)).contains("review_site|0|0");
  }

  @Test
  void kindsAndModelsHaveRowsOverAll() {
    Life ana =
        Life.person()
            .on("2026-01-01T10:00:00Z", "review_read", Moment.ZMOT)
            .with(touch -> touch.marketSoFar = "IT");
    assertThat(
            Life.rows(
                new ZmotSources(KINDS), List.of("source_kind", "market", "model", "persons"), ana))
        .hasSize(12)
        .contains("other|IT|unknown|1", "other|(all)|unknown|1", "other|(all)|(all)|1");
  }

  @Test
  void combinationsCountEachPersonOnce() {
    Life ana =
        Life.person()
            .on("2026-01-01T10:00:00Z", "review_read", Moment.ZMOT)
            .with(touch -> touch.sources = REVIEW_SITE)
            .on("2026-01-02T10:00:00Z", "article_read", Moment.ZMOT)
            .with(touch -> touch.sources = ARTICLE)
            .on("2026-01-04T10:00:00Z", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true);
    Life ben = Life.person().on("2026-01-01T10:00:00Z", "showroom_visit", Moment.FMOT);
    assertThat(
            Life.rows(
                new ZmotCombinations(KINDS),
                List.of("combination", "market", "model", "persons", "acquirers", "acquirer_share"),
                ana,
                ben))
        .contains("article + review_site|(all)|(all)|1|1|1", "none|(all)|(all)|1|0|0");
  }

  private interface Part {
    void tell(Life life);
  }

  private static Part looksAt(String model) {
    return reads(0, model);
  }

  private static Part reads(long sources, String model) {
    return life ->
        life.on("2026-01-02T10:00:00Z", "page", Moment.ZMOT)
            .with(touch -> touch.sources = sources)
            .with(touch -> touch.model = model);
  }

  private static Life declares(Life life, String day, String source) {
    return life.on(day, "survey_answer", Moment.SMOT).attribute("declared_source", source);
  }

  private static List<String> switched(Part... parts) {
    Life life = Life.person();
    List.of(parts).forEach(part -> part.tell(life));
    return rows(List.of("switched_after", "switched_brand_after"), life);
  }

  /** The rows over all markets and models: the kind and these columns. */
  private static List<String> rows(List<String> columns, Life... persons) {
    List<String> all = new java.util.ArrayList<>(List.of("market", "model", "source_kind"));
    all.addAll(columns);
    String everywhere = "(all)|(all)|";
    return Life.rows(new ZmotSources(KINDS), all, persons).stream()
        .filter(row -> row.startsWith(everywhere))
        .map(row -> row.substring(everywhere.length()))
        .toList();
  }
}

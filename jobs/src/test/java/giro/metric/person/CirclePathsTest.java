package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class CirclePathsTest {
  private static final List<String> COLUMNS =
      List.of("market", "position", "from_node", "to_node", "laps", "persons");
  private static final long NOW = Life.at("2026-06-01");

  @Test
  void aLapIsUnrolledFromItsArrivalToHowItStands() {
    Life ana =
        italian(Life.person())
            .on("2026-03-01T10:00:00Z", "review_read", Moment.ZMOT)
            .with(touch -> touch.move = "entry")
            .on("2026-03-02T10:00:00Z", "review_read", Moment.ZMOT)
            .with(touch -> touch.move = "self")
            .on("2026-03-03T10:00:00Z", "ad_impression", Moment.STIMULUS)
            .on("2026-03-04T10:00:00Z", "lead_form", Moment.FMOT)
            .with(touch -> touch.move = "forward")
            .on("2026-03-05T10:00:00Z", "review_read", Moment.ZMOT)
            .with(touch -> touch.move = "backward");
    assertThat(only("IT", Life.rows(new CirclePaths(12, NOW), COLUMNS, ana)))
        .containsExactly(
            "IT|1|START|1 ZMOT|1|1",
            "IT|2|1 ZMOT|2 FMOT|1|1",
            "IT|3|2 FMOT|3 ZMOT|1|1",
            "IT|4|3 ZMOT|OPEN|1|1");
    assertThat(only("IT", Life.rows(new CirclePaths(2, NOW), COLUMNS, ana)))
        .containsExactly(
            "IT|1|START|1 ZMOT|1|1",
            "IT|2|1 ZMOT|2 FMOT|1|1",
            "IT|3|2 FMOT|3 MORE|1|1",
            "IT|4|3 MORE|OPEN|1|1");
  }

  @Test
  void twoLapsOfAPersonAreTwoLapsAndOnePerson() {
    Life ben =
        italian(Life.person())
            .where(lap -> lap.inactiveAt = NOW - 1)
            .on("2025-01-01T10:00:00Z", "review_read", Moment.ZMOT)
            .with(touch -> touch.move = "entry");
    italian(ben.lap(2))
        .where(lap -> lap.inactiveAt = NOW)
        .on("2026-03-01T10:00:00Z", "review_read", Moment.ZMOT)
        .with(touch -> touch.move = "return");
    assertThat(only("(all)", Life.rows(new CirclePaths(12, NOW), COLUMNS, ben)))
        .as("and a lap is over strictly after its inactivity")
        .containsExactly(
            "(all)|1|START|1 ZMOT|2|1", "(all)|2|1 ZMOT|EXIT|1|1", "(all)|2|1 ZMOT|OPEN|1|1");
  }

  @Test
  void aLapWithoutAMomentHasNoPath() {
    Life eva = italian(Life.person()).on("2026-03-01T10:00:00Z", "login", Moment.NONE);
    assertThat(Life.rows(new CirclePaths(12, NOW), COLUMNS, eva)).isEmpty();
  }

  private static Life italian(Life life) {
    return life.where(lap -> lap.market = "IT").where(lap -> lap.model = "(all)");
  }

  private static List<String> only(String market, List<String> rows) {
    return rows.stream().filter(row -> row.startsWith(market)).toList();
  }
}

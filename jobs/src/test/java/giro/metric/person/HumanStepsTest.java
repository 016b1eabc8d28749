package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class HumanStepsTest {
  private static final List<String> COLUMNS =
      List.of(
          "month",
          "market",
          "human_step",
          "moment",
          "phase",
          "touches",
          "digital_share",
          "persons");

  @Test
  void aStepIsCountedWhateverTheMomentAndNoneIsNone() {
    Life ana =
        Life.person()
            .on("2026-03-01", "review_read", Moment.ZMOT)
            .with(touch -> touch.humanStep = "discovery")
            .kinds(TouchKind.DIGITAL)
            .on("2026-03-09", "repair", Moment.SMOT)
            .with(touch -> touch.humanStep = "discovery")
            .owner()
            .on("2026-03-10", "login", Moment.NONE);
    assertThat(Life.rows(new HumanSteps(), COLUMNS, ana))
        .contains(
            "2026-03-01|unknown|discovery|ZMOT|prospect|1|1|1",
            "2026-03-01|unknown|discovery|SMOT|owner|1|0|1",
            "2026-03-01|(all)|discovery|(all)|(all)|2|0.5|1")
        .noneMatch(row -> row.contains("NONE"));
  }
}

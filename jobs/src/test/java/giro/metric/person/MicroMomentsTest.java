package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class MicroMomentsTest {
  private static final List<String> COLUMNS =
      List.of(
          "date", "intent", "device", "hour", "bursts", "persons", "touches", "touches_per_burst");

  @Test
  void aBurstCountsOnceWithTheIntentAndTheDeviceOfMostOfItsTouches() {
    Life ana =
        Life.person()
            .on("2026-03-05T09:58:00Z", "finance_quote", Moment.FMOT)
            .with(touch -> asks(touch, "s1", "buy"))
            .with(touch -> touch.device = "desktop")
            .on("2026-03-05T10:01:00Z", "review_read", Moment.ZMOT)
            .with(touch -> asks(touch, "s1", "know"))
            .on("2026-03-05T10:02:00Z", "page_view", Moment.ZMOT)
            .with(touch -> asks(touch, "s1", "know"))
            .on("2026-03-05T10:03:00Z", "login", Moment.NONE)
            .with(touch -> touch.sessionId = "s1");
    assertThat(Life.rows(new MicroMoments(), COLUMNS, ana))
        .containsExactly("2026-03-05|know|mobile|9|1|1|4|4");
  }

  @Test
  void betweenIntentsOfEquallyManyTouchesTheFirstIsTheBursts() {
    Life ana =
        Life.person()
            .on("2026-03-05T10:02:00Z", "finance_quote", Moment.FMOT)
            .with(touch -> asks(touch, "s1", "buy"))
            .on("2026-03-05T10:03:00Z", "review_read", Moment.ZMOT)
            .with(touch -> asks(touch, "s1", "know"))
            .on("2026-03-05T11:30:00Z", "review_read", Moment.ZMOT)
            .with(touch -> asks(touch, "s2", "know"))
            .with(touch -> touch.device = null);
    assertThat(Life.rows(new MicroMoments(), COLUMNS, ana))
        .containsExactly("2026-03-05|buy|mobile|10|1|1|2|2", "2026-03-05|know|unknown|11|1|1|1|1");
  }

  @Test
  void whatHasNoIntentOrNoHourIsNoMicroMoment() {
    Life ben =
        Life.person()
            .on("2026-03-05T09:58:00Z", "email_open", Moment.NONE)
            .on("2026-03-05", "showroom_visit", Moment.FMOT)
            .with(touch -> asks(touch, "s1", "go"));
    assertThat(Life.rows(new MicroMoments(), COLUMNS, ben)).isEmpty();
  }

  private static void asks(Touch touch, String session, String intent) {
    touch.sessionId = session;
    touch.intent = intent;
    touch.device = "mobile";
  }
}

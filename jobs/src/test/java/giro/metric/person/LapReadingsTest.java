package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.metric.PairWindow;
import giro.metric.WindowSettings;
import giro.model.domain.ConversionPair;
import giro.model.domain.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LapReadingsTest {
  private final Map<String, long[]> unread = new HashMap<>();

  @Test
  void aReaderIsFollowedToLeadAndAcquisitionFromTheFirstReading() {
    Life ana =
        Life.person()
            .on("2026-01-05T10:00:00Z", "review_read", Moment.ZMOT)
            .with(t -> t.contentId = "r1")
            .on("2026-01-07T10:00:00Z", "review_read", Moment.ZMOT)
            .with(t -> t.contentId = "r1")
            .on("2026-01-08T10:00:00Z", "lead_form", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .on("2026-01-15T10:00:00Z", "order_signed", Moment.FMOT)
            .with(t -> t.isAcquisition = true);
    assertThat(told(ana, "2026-12-31")).containsExactly("r1|2|1|240.0|true|true");
    assertThat(unread).as("who read something is no placebo").isEmpty();
  }

  @Test
  void whatCameBeforeTheReadingWasNotBroughtByIt() {
    Life ben =
        Life.person()
            .on("2026-01-05T10:00:00Z", "search_landing", Moment.ZMOT)
            .on("2026-01-06T10:00:00Z", "lead_form", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .attribute("lead_id", "l1")
            .on("2026-01-07T10:00:00Z", "review_read", Moment.ZMOT)
            .with(t -> t.contentId = "r1")
            .on("2026-01-08T10:00:00Z", "lead_received", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .attribute("lead_id", "l1");
    assertThat(told(ben, "2026-12-31")).containsExactly("r1|0|0|null|false|true");
    assertThat(unread.values()).as("read nothing before the first FMOT").hasSize(1);
    assertThat(unread.values().iterator().next()).containsExactly(1, 1);
  }

  @Test
  void theWindowsEndStillCounts() {
    Life ada =
        Life.person()
            .on("2026-01-01T00:00:00Z", "review_read", Moment.ZMOT)
            .with(t -> t.contentId = "r1")
            .on("2026-06-30T00:00:00Z", "order_signed", Moment.FMOT)
            .with(t -> t.isAcquisition = true);
    Life bea =
        Life.person()
            .on("2026-01-01T00:00:00Z", "review_read", Moment.ZMOT)
            .with(t -> t.contentId = "r1")
            .on("2026-06-30T00:00:01Z", "order_signed", Moment.FMOT)
            .with(t -> t.isAcquisition = true);
    assertThat(told(ada, "2026-12-31")).containsExactly("r1|2|0|4320.0|true|false");
    assertThat(told(bea, "2026-12-31")).containsExactly("r1|2|0|null|true|false");
  }

  @Test
  void aLapIsSplitOverTheContentsOfItsFirstSession() {
    Life cleo =
        Life.person()
            .on("2026-01-05T10:00:00Z", "review_read", Moment.ZMOT)
            .with(t -> reads(t, "r1", "s1"))
            .on("2026-01-05T10:01:00Z", "review_read", Moment.ZMOT)
            .with(t -> reads(t, "r2", "s1"))
            .on("2026-01-06T10:00:00Z", "review_read", Moment.ZMOT)
            .with(t -> reads(t, "r3", "s2"));
    assertThat(told(cleo, "2026-01-31"))
        .as("and too young to be compared")
        .containsExactly(
            "r1|2|0|null|false|false", "r2|1|0|null|false|false", "r3|0|0|null|false|false");
  }

  @Test
  void aLapThatAStimulusOpenedDidNotEnterThroughAContent() {
    Life dan =
        Life.person()
            .on("2026-01-05T09:00:00Z", "ad_click", Moment.STIMULUS)
            .with(t -> t.sessionId = "s1")
            .on("2026-01-05T09:01:00Z", "review_read", Moment.ZMOT)
            .with(t -> reads(t, "r1", "s1"));
    assertThat(told(dan, "2026-12-31")).containsExactly("r1|0|0|null|true|false");
  }

  @Test
  void whoPassesOnIsNoAuthorAndAnEditIsNoNewContent() {
    Life flo =
        Life.person()
            .on("2026-01-05T10:00:00Z", "review_posted", Moment.UMOT)
            .with(t -> t.contentId = "r1")
            .on("2026-01-06T10:00:00Z", "review_edited", Moment.UMOT)
            .with(t -> t.contentId = "r1")
            .on("2026-01-07T10:00:00Z", "share", Moment.UMOT)
            .kinds(TouchKind.PASSES_ON)
            .with(t -> t.contentId = "r2")
            .on("2026-01-08T10:00:00Z", "in_app_survey", Moment.SMOT)
            .with(t -> t.contentId = "r3");
    assertThat(OwnContents.of(flo.told()))
        .extracting(PublishedContent::contentId)
        .containsExactly("r1");
  }

  private static void reads(Touch touch, String content, String session) {
    touch.contentId = content;
    touch.sessionId = session;
  }

  private List<String> told(Life life, String asOf) {
    List<ContentReading> rows = new ArrayList<>();
    Person person = life.told();
    for (PersonLap lap : person.laps) {
      new LapReadings(person, lap, windows(), Life.at(asOf)).tell(rows, unread);
    }
    return rows.stream().map(LapReadingsTest::text).sorted().toList();
  }

  private static String text(ContentReading row) {
    ContentReading.Outcome outcome = row.outcome();
    return String.join(
        "|",
        row.contentId(),
        String.valueOf(row.entry()),
        String.valueOf(outcome.leads()),
        String.valueOf(outcome.acquisitionHours()),
        String.valueOf(outcome.isCompared()),
        String.valueOf(outcome.hasLead()));
  }

  static WindowSettings windows() {
    Map<ConversionPair, PairWindow> windows = new EnumMap<>(ConversionPair.class);
    for (ConversionPair pair : ConversionPair.values()) {
      Duration days = Duration.ofDays(pair.defaultDaysNew());
      windows.put(pair, new PairWindow(days, days, Map.of()));
    }
    return new WindowSettings(windows, Duration.ofDays(3));
  }
}

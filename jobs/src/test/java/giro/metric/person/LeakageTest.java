package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakageTest {
  private static final List<String> COLUMNS =
      List.of(
          "month",
          "moment",
          "channel",
          "reason",
          "competitor",
          "at_risk",
          "lost",
          "lost_share",
          "dropped",
          "unknown_share");
  private static final long NOW = Life.at("2026-06-01");
  private static final Leakage LEAKAGE = new Leakage(NOW, 3 * Calendar.DAY);

  @Test
  void aLossCountsWhereTheLapStoodAndTheRiskWhereverItHadBeen() {
    Life lost = visited("2026-03-01").on("2026-03-09T10:00:00Z", "lost_sale", Moment.NONE);
    lost.kinds(TouchKind.LOST)
        .attribute("lost_reason", "price")
        .where(lap -> lap.isLostFirst = true);
    Life gone = visited("2026-03-02").where(lap -> lap.inactiveAt = Life.at("2026-05-01"));
    Life here = visited("2026-03-02").where(lap -> lap.inactiveAt = NOW - 2 * Calendar.DAY);
    List<String> rows = Life.rows(LEAKAGE, COLUMNS, lost, gone, here);
    assertThat(rows)
        .contains(
            "2026-03-01|ZMOT|web|(all)|(all)|3|0|0|0|null",
            "2026-03-01|FMOT|showroom|(all)|(all)|3|1|0.3333|1|0.5",
            "2026-03-01|FMOT|showroom|price|unknown|3|1|0.3333|1|0.5",
            "2026-03-01|(all)|(all)|price|(all)|3|1|0.3333|1|0.5",
            "2026-03-01|(all)|(all)|(all)|(all)|3|1|0.3333|1|0.5");
    assertThat(rows).noneMatch(row -> row.contains("|ZMOT|web|price"));
  }

  @Test
  void whatCameAfterTheAcquisitionIsNoRiskAndAnOwnerWithoutOneIsNotCounted() {
    Life buyer =
        visited("2026-03-01")
            .where(lap -> lap.acquisitionAt = Life.at("2026-03-07"))
            .on("2026-03-07", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true)
            .on("2026-04-01T10:00:00Z", "repair", Moment.SMOT);
    Life owner = visited("2026-03-01").where(lap -> lap.becameOwnerAt = lap.openedAt);
    List<String> rows = Life.rows(LEAKAGE, COLUMNS, buyer, owner);
    assertThat(rows).noneMatch(row -> row.contains("SMOT"));
    assertThat(rows).contains("2026-03-01|(all)|(all)|(all)|(all)|1|0|0|0|null");
  }

  @Test
  void aLapWithoutAMomentIsAtRiskNowhereInParticular() {
    Life eva = lap().on("2026-03-01T10:00:00Z", "login", Moment.NONE);
    assertThat(Life.rows(LEAKAGE, COLUMNS, eva))
        .contains("2026-03-01|NONE|unknown|(all)|(all)|1|0|0|0|null");
  }

  private static Life visited(String day) {
    return lap()
        .on(day + "T10:00:00Z", "review_read", Moment.ZMOT)
        .with(touch -> touch.channel = "web")
        .on("2026-03-05T10:00:00Z", "showroom_visit", Moment.FMOT)
        .with(touch -> touch.channel = "showroom");
  }

  /** Market and model are of no interest here. */
  private static Life lap() {
    return Life.person().where(lap -> lap.market = "(all)").where(lap -> lap.model = "(all)");
  }
}

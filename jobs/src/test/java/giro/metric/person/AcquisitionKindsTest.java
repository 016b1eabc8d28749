package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcquisitionKindsTest {
  private static final List<String> COLUMNS =
      List.of(
          "market",
          "acquisition_kind",
          "is_access",
          "acquisitions",
          "persons",
          "delivered",
          "supported",
          "published",
          "returned",
          "acquired_again",
          "returned_share");

  @Test
  void whatFollowedAnAcquisitionIsCountedByItsKind() {
    Life leases = bought(Life.person(), "lease", "2026-01-10");
    leases
        .where(lap -> lap.deliveryAt = Life.at("2026-02-01"))
        .on("2026-03-01", "review_posted", Moment.UMOT)
        .with(touch -> touch.afterAcquisition = true);
    bought(leases.lap(2), "lease", "2026-06-10");
    Life shares = bought(Life.person(), "sharing", "2026-01-11");
    shares
        .on("2026-01-12", "sharing_trip", Moment.SMOT)
        .with(touch -> touch.afterAcquisition = true);
    assertThat(
            Life.rows(new AcquisitionKinds(), COLUMNS, leases, shares).stream()
                .filter(row -> row.startsWith("(all)")))
        .containsExactlyInAnyOrder(
            "(all)|lease|false|1|1|1|0|1|1|1|1",
            "(all)|lease|false|1|1|0|0|0|0|0|0",
            "(all)|sharing|true|1|1|0|1|0|0|0|0",
            "(all)|(all)|null|2|2|1|1|1|1|1|0.5",
            "(all)|(all)|null|1|1|0|0|0|0|0|0");
  }

  @Test
  void aResearchLapAcquiredNothing() {
    Life looks = Life.person().on("2026-03-01", "review_read", Moment.ZMOT);
    assertThat(Life.rows(new AcquisitionKinds(), COLUMNS, looks)).isEmpty();
  }

  private static Life bought(Life life, String kind, String day) {
    return life.where(lap -> lap.acquisitionAt = Life.at(day))
        .where(lap -> lap.acquisitionKind = kind)
        .where(lap -> lap.model = "(all)")
        .on(day, "order_signed", Moment.FMOT)
        .with(touch -> touch.isAcquisition = true);
  }
}

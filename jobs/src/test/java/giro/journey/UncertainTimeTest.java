package giro.journey;

import static giro.model.domain.Moment.ZMOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** b may come after a: b's end is after a's start, or both are instants and b is not before a. */
class UncertainTimeTest {

  @Test
  void instantsComeAfterWhenNotBefore() {
    assertThat(mayComeAfter(b -> b.at("10:00"), a -> a.at("10:00"))).isTrue();
    assertThat(mayComeAfter(b -> b.at("10:01"), a -> a.at("10:00"))).isTrue();
    assertThat(mayComeAfter(b -> b.at("09:59"), a -> a.at("10:00"))).isFalse();
  }

  @Test
  void aDateOnlyTouchMayComeAfterAnythingOfItsDay() {
    assertThat(mayComeAfter(Story::dateOnly, a -> a.at("23:59"))).isTrue();
    assertThat(mayComeAfter(Story::dateOnly, a -> a.at("00:00"))).isTrue();
    assertThat(mayComeAfter(Story::dateOnly, Story::dateOnly)).isTrue();
  }

  @Test
  void anInstantMayComeAfterADateOnlyTouchOfItsDayButNotAtMidnight() {
    assertThat(mayComeAfter(b -> b.at("00:01"), Story::dateOnly)).isTrue();
    assertThat(mayComeAfter(b -> b.at("00:00"), Story::dateOnly))
        .as("an instant at the very start ends there, and the other is no instant")
        .isFalse();
  }

  @Test
  void anUncertainTouchEndsBeforeItsEnd() {
    assertThat(mayComeAfter(b -> b.at("08:00").uncertainHours(2), a -> a.at("09:59"))).isTrue();
    assertThat(mayComeAfter(b -> b.at("08:00").uncertainHours(2), a -> a.at("10:00"))).isFalse();
    assertThat(
            mayComeAfter(
                b -> b.at("08:00").uncertainHours(2), a -> a.at("09:00").uncertainHours(9)))
        .isTrue();
  }

  @Test
  void elapsedTimeRunsStartToStartAndNeverBelowZero() {
    Told told =
        Story.person().on(0, "search", ZMOT).at("10:00").on(0, "visit", ZMOT).dateOnly().told();

    assertThat(told.touch("visit").since(told.touch("search"))).isZero();
    assertThat(told.touch("search").since(told.touch("visit"))).isEqualTo(36_000_000_000L);
  }

  private static boolean mayComeAfter(UnaryOperator<Story> b, UnaryOperator<Story> a) {
    Told told = a.apply(b.apply(Story.person().on(0, "b", ZMOT)).on(0, "a", ZMOT)).told();
    return told.touch("b").mayComeAfter(told.touch("a"));
  }
}

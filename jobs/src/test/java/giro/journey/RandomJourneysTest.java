package giro.journey;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.ConversionPair;
import giro.model.domain.Moment;
import giro.model.domain.MoveKind;
import giro.model.domain.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of every journey, whatever happened. */
class RandomJourneysTest {
  private static final int JOURNEYS = 1_200;

  @Test
  void theOrderOfArrivalDoesNotMatter() {
    for (int seed = 0; seed < JOURNEYS; seed++) {
      Story story = story(seed);
      List<String> once = everything(story.told(new Random(seed)));
      List<String> again = everything(story.told(new Random(-seed - 1)));

      assertThat(again).as("seed %d", seed).isEqualTo(once);
    }
  }

  @Test
  void everyTouchIsInExactlyOneLapAtPositionsFromOne() {
    forEach(
        told -> {
          List<JourneyTouch> inLaps = new ArrayList<>();
          for (Lap lap : told.laps()) {
            assertThat(lap.touches).extracting(t -> t.outcome.lap).containsOnly(lap);
            assertThat(lap.touches)
                .extracting(t -> t.outcome.position)
                .isEqualTo(IntStream.rangeClosed(1, lap.touches.size()).boxed().toList());
            inLaps.addAll(lap.touches);
          }
          assertThat(inLaps).containsExactlyInAnyOrderElementsOf(told.touches());
        });
  }

  @Test
  void lapsAreNumberedInTheOrderOfTheirFirstTouch() {
    forEach(
        told -> {
          List<Lap> byFirstTouch =
              told.touches().stream()
                  .filter(t -> t.outcome.position == 1)
                  .map(t -> t.outcome.lap)
                  .toList();
          assertThat(byFirstTouch).isEqualTo(told.laps());
          assertThat(told.laps())
              .extracting(lap -> lap.number)
              .isEqualTo(IntStream.rangeClosed(1, told.laps().size()).boxed().toList());
          assertThat(told.laps()).allSatisfy(l -> assertThat(l.first).isSameAs(l.touches.get(0)));
        });
  }

  @Test
  void beforeAnyAcquisitionOrOwnershipThePhaseIsProspect() {
    forEach(
        told -> {
          for (JourneyTouch touch : told.touches()) {
            if (!touch.matchesOwnership) {
              assertThat(touch.outcome.phase).isEqualTo(Phase.PROSPECT);
            }
            if (touch.outcome.isAcquisition || touch.matchesOwnership) {
              return;
            }
          }
        });
  }

  @Test
  void aLapWithAMovingMomentHasOneArrivalAndThePersonOneEntry() {
    forEach(
        told -> {
          for (Lap lap : told.laps()) {
            List<JourneyTouch> moments =
                lap.touches.stream().filter(t -> t.outcome.moment.isMoment()).toList();
            List<JourneyTouch> arrivals =
                lap.touches.stream().filter(RandomJourneysTest::isArrival).toList();
            assertThat(arrivals)
                .as("the first moment touch, where there is one")
                .isEqualTo(moments.stream().limit(1).toList());
          }
          assertThat(told.touches().stream().filter(t -> t.outcome.moment.isMoment()).limit(1))
              .allSatisfy(t -> assertThat(t.outcome.move).isEqualTo(MoveKind.ENTRY));
          assertThat(told.touches().stream().filter(t -> t.outcome.move == MoveKind.ENTRY).count())
              .isLessThanOrEqualTo(1);
        });
  }

  @Test
  void anOwnershipLapHasOneCarAndACarOneLap() {
    forEach(
        told -> {
          List<Car> cars =
              told.laps().stream().filter(Lap::isOwnership).map(lap -> lap.car).toList();
          assertThat(cars).doesNotContainNull().doesNotHaveDuplicates();
          assertThat(cars).allSatisfy(car -> assertThat(car.lap.car).isSameAs(car));
          assertThat(told.acquisitions())
              .hasSize((int) cars.stream().filter(car -> car.hasAcquisition).count());
        });
  }

  @Test
  void noResearchLapHoldsAGapLongerThanItsInactivity() {
    forEach(
        told ->
            told.laps().stream()
                .filter(lap -> !lap.isOwnership())
                .forEach(RandomJourneysTest::assertNoLongGap));
  }

  @Test
  void onlyZmotFmotAcquisitionOrOwnershipOpensALapAfterTheFirstOwnership() {
    forEach(
        told -> {
          for (Lap lap : told.laps()) {
            if (lap.previous != null && lap.becameAt != lap.first) {
              assertThat(lap.first.outcome.moment.name()).isIn("ZMOT", "FMOT");
              assertThat(lap.isReturn).isTrue();
            }
          }
        });
  }

  @Test
  void aPairStartsInItsLapAndAReturnTakesTheEarliestOfThePersonsLaterLaps() {
    forEach(
        told -> {
          PairTimes times = new PairTimes(told.touches());
          for (Lap lap : told.laps()) {
            for (PairTime time : times.of(lap)) {
              assertThat(time.from().outcome.lap).isSameAs(lap);
              if (time.to() != null && time.to() != time.from()) {
                assertThat(time.to().mayComeAfter(time.from())).isTrue();
              }
              if (time.pair().group() == ConversionPair.Group.RETURN) {
                assertThat(time.to()).isSameAs(earliestReturn(told, time));
                assertThat(time.lost()).isNull();
              }
            }
          }
        });
  }

  private static JourneyTouch earliestReturn(Told told, PairTime time) {
    boolean toAcquisition = time.pair() == ConversionPair.UMOT_ACQUISITION;
    int firstLap = time.from().outcome.lap.number + (toAcquisition ? 0 : 1);
    JourneyTouch best = null;
    for (JourneyTouch touch : told.touches()) {
      boolean isTo =
          toAcquisition
              ? touch.outcome.isAcquisition
              : touch.outcome.moment.name().equals(time.pair().to());
      if (isTo
          && touch.outcome.lap.number >= firstLap
          && touch.mayComeAfter(time.from())
          && (best == null || touch.start < best.start)) {
        best = touch;
      }
    }
    return best;
  }

  /** After the gap a lap takes only what opens none: NONE, and a loss after an ownership. */
  private static void assertNoLongGap(Lap lap) {
    JourneyTouch idle = lap.first;
    boolean isOver = false;
    for (JourneyTouch touch : lap.touches) {
      Moment moment = touch.outcome.moment;
      isOver |= touch.since(idle) > Story.lapRules().inactivity(idle.outcome.vehicleTypeSoFar);
      assertThat(!isOver || moment == Moment.NONE || (lap.isReturn && touch.matchesLost)).isTrue();
      boolean isPresent = !isOver && moment != Moment.NONE && moment != Moment.STIMULUS;
      idle = isPresent ? touch : idle;
    }
  }

  private static boolean isArrival(JourneyTouch touch) {
    return touch.outcome.move == MoveKind.ENTRY || touch.outcome.move == MoveKind.RETURN;
  }

  private static void forEach(Consumer<Told> check) {
    for (int seed = 0; seed < JOURNEYS; seed++) {
      check.accept(story(seed).told());
    }
  }

  private static Story story(int seed) {
    return new RandomStory(seed).tell(1 + seed % 60);
  }

  private static List<String> everything(Told told) {
    List<String> lines = new ArrayList<>();
    for (JourneyTouch touch : told.touches()) {
      TouchOutcome o = touch.outcome;
      lines.add(
          String.join(
              " ",
              List.of(touch.eventId, o.phase.label(), o.moment.name(), "lap " + o.lap.number)));
      lines.add(o.position + " " + o.session + " " + o.isReentry + " " + o.isFormerOwner);
      lines.add(o.move + " " + o.moveFrom + " " + o.moveMicros + " " + o.isAfterAcquisition);
      lines.add(o.isAcquisition + " " + o.isDelivery + " " + o.vehicleTypeSoFar);
    }
    for (Lap lap : told.laps()) {
      for (ConversionPair pair : ConversionPair.values()) {
        lines.add(lap.number + " " + pair.key() + " " + told.pair(lap.number, pair));
      }
    }
    return lines;
  }
}

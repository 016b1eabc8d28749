package giro.publish;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.CircleOverview;
import giro.model.table.CircleSummary;
import giro.model.table.CircleTransitions;
import giro.model.table.FunnelOverview;
import giro.model.table.FunnelSteps;
import giro.model.table.MomentConversion;
import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the rows of a table, ten persons being few. */
class WithholdCellsTest {
  private static final int K = 10;

  @Test
  void aCellThatTheSumGivesAwayTakesItsSmallestNeighbourAlong() {
    List<CountRow> rows = markets(Map.of("IT", 40L, "FR", 7L, "DE", 12L, "(all)", 59L));
    apply(rows, Map.of());
    assertThat(marks(rows))
        .as("59 less 40 less 12 would be the 7 of France; Germany has the fewest of the others")
        .containsExactlyInAnyOrder("FR withheld", "DE withheld", "IT rounded", "(all) rounded");
    assertThat(shown(rows, "IT").subList(0, 5))
        .as("30 converted, 4 lost, 6 open, 0 dropped; entered is their sum")
        .containsExactly(40L, 30L, 5L, 5L, 0L);
    assertThat(shown(rows, "FR")).containsOnlyNulls();
  }

  @Test
  void whereNobodyIsFewEverythingIsExact() {
    List<CountRow> rows = markets(Map.of("IT", 41L, "FR", 17L, "(all)", 58L));
    assertThat(apply(rows, Map.of())).isEmpty();
    assertThat(marks(rows)).containsExactlyInAnyOrder("IT shown", "FR shown", "(all) shown");
    assertThat(shown(rows, "IT")).startsWith(41L);
  }

  @Test
  void aCellOfNobodyShowsItsZerosAndHidesNobody() {
    List<CountRow> rows = markets(Map.of("IT", 40L, "FR", 7L, "DE", 0L, "(all)", 47L));
    apply(rows, Map.of());
    assertThat(marks(rows))
        .containsExactlyInAnyOrder("FR withheld", "IT withheld", "DE shown", "(all) rounded");
    assertThat(shown(rows, "DE")).startsWith(0L, 0L, 0L, 0L, 0L);
  }

  @Test
  void whatWasWithheldStaysSoUntilTenMoreHaveCome() {
    Map<String, Long> memory = new java.util.TreeMap<>();
    apply(markets(Map.of("IT", 40L, "FR", 7L, "DE", 30L, "(all)", 77L)), memory);
    assertThat(memory.values()).as("7 of their own, 30 for their sake").containsExactly(30L, 7L);

    List<CountRow> grown = markets(Map.of("IT", 45L, "FR", 16L, "DE", 30L, "(all)", 91L));
    apply(grown, memory);
    assertThat(marks(grown)).contains("FR withheld", "DE withheld", "IT rounded");
    assertThat(memory.values()).as("counted from when there were 7").containsExactly(30L, 7L);

    List<CountRow> many = markets(Map.of("IT", 45L, "FR", 17L, "DE", 30L, "(all)", 92L));
    apply(many, memory);
    assertThat(marks(many))
        .as("Germany is still held, and so needs France at its side, as of now")
        .contains("FR withheld", "DE withheld");
    assertThat(memory.values()).containsExactly(30L, 17L);

    List<CountRow> more = markets(Map.of("IT", 45L, "FR", 30L, "DE", 40L, "(all)", 115L));
    apply(more, memory);
    assertThat(marks(more))
        .containsExactlyInAnyOrder("IT shown", "FR shown", "DE shown", "(all) shown");
    assertThat(memory).isEmpty();
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    for (int seed = 0; seed < 20; seed++) {
      List<CountRow> rows = lines(seed);
      List<CountRow> others = lines(seed);
      Collections.reverse(others);
      assertThat(apply(rows, Map.of())).isEqualTo(apply(others, Map.of()));
    }
  }

  private static List<CountRow> lines(int seed) {
    List<CountRow> rows = new ArrayList<>();
    new PublishedWorld(seed)
        .publish(
            (table, all, memory) -> {
              if (table.contract() == MomentConversion.CONTRACT) {
                rows.addAll(all);
              }
              return Map.of();
            });
    return rows;
  }

  @Test
  void aStepIsRoundedWithWhatComesAfterIt() {
    List<CountRow> steps =
        List.of(step(1, 62, 1, 18, 1.0), step(2, 43, 3, 33, 0.69), step(3, 7, 0, 0, 0.16));
    new WithholdCells(CountTable.of(FunnelOverview.CONTRACT).orElseThrow(), K)
        .apply(steps, Map.of());
    assertThat(steps.get(2).isWithheld()).isTrue();
    assertThat(steps.get(1).count(FunnelSteps.REACHED)).as("some 5 + 5 open + 35").isEqualTo(45);
    assertThat(steps.get(0).count(FunnelSteps.REACHED)).as("45 + 0 open + 20").isEqualTo(65);
    assertThat(steps.get(1).number(FunnelSteps.RATE_FROM_PREVIOUS)).isEqualTo(45.0 / 65);
    assertThat(steps).filteredOn(CountRow::isRounded).hasSize(2);
  }

  private static CountRow step(int number, long reached, long open, long dropped, double rate) {
    return row(
        FunnelOverview.CONTRACT,
        FunnelSteps.FUNNEL,
        "linear",
        FunnelSteps.COUNTING,
        "unique",
        FunnelSteps.STEP_NUMBER,
        number,
        FunnelSteps.REACHED,
        reached,
        FunnelSteps.ENTERED_HERE,
        number == 1 ? reached : 0L,
        FunnelSteps.OPEN,
        open,
        FunnelSteps.DROPPED,
        dropped,
        FunnelSteps.EXCLUDED,
        0L,
        FunnelSteps.PERSONS,
        reached,
        FunnelSteps.RATE_FROM_ENTRY,
        rate);
  }

  @Test
  void whatComesToAMomentLeavesItSoOneMoveTakesAnotherAlong() {
    List<CountRow> moves =
        List.of(
            move("START", "ZMOT", 60, 50),
            move("ZMOT", "FMOT", 33, 30),
            move("FMOT", "EXIT", 33, 30),
            move("ZMOT", "EXIT", 20, 20),
            move("ZMOT", "OPEN", 7, 6));
    new WithholdCells(CountTable.of(CircleOverview.CONTRACT).orElseThrow(), K)
        .apply(moves, Map.of());
    assertThat(moves.stream().map(CountRow::isWithheld))
        .as("60 less 33 less 20 would be those still open")
        .containsExactly(false, false, false, true, true);
    assertThat(moves.get(1).count(CircleTransitions.MOVES)).isEqualTo(35);
    assertThat(moves.get(2).isRounded()).as("no withheld move comes to FMOT").isFalse();
  }

  private static CountRow move(String from, String to, long moves, long persons) {
    return row(
        CircleOverview.CONTRACT,
        CircleTransitions.COUNTING,
        "touch",
        CircleTransitions.FROM_MOMENT,
        from,
        CircleTransitions.TO_MOMENT,
        to,
        CircleTransitions.MOVES,
        moves,
        CircleTransitions.PERSONS,
        persons);
  }

  @Test
  void aSummaryThatTellsOfFewIsRoundedWithTheSharesItCanStillTell() {
    CountRow row =
        row(
            CircleSummary.CONTRACT,
            CircleSummary.MARKET,
            "(all)",
            CircleSummary.MODEL,
            "(all)",
            CircleSummary.PERSONS,
            58L,
            CircleSummary.LAPS,
            61L,
            CircleSummary.ENTRIES_ZMOT,
            52L,
            CircleSummary.ENTRIES_UMOT,
            3L,
            CircleSummary.LAPS_WITH_TWO_MOMENTS,
            41L,
            CircleSummary.LINEAR_ORDER_SHARE,
            33 / 41.0,
            CircleSummary.OWNER_TO_AUTHOR,
            0.25,
            CircleSummary.MOMENTUM,
            7 / 61.0,
            CircleSummary.LAPS_WITH_ZMOT,
            52L,
            CircleSummary.ZMOT_FMOT,
            26 / 52.0,
            CircleSummary.NEW_LAPS,
            7.5);
    new WithholdCells(CountTable.of(CircleSummary.CONTRACT).orElseThrow(), K)
        .apply(List.of(row), Map.of());
    assertThat(row.isRounded()).as("three began with sharing").isTrue();
    assertThat(row.count(CircleSummary.LAPS)).as("50 + 5 + 5 of the rest").isEqualTo(60);
    assertThat(row.number(CircleSummary.LINEAR_ORDER_SHARE)).isEqualTo(35 / 40.0);
    assertThat(row.value(CircleSummary.OWNER_TO_AUTHOR)).as("a share of unknown laps").isNull();
    assertThat(row.number(CircleSummary.MOMENTUM)).as("7 new laps").isEqualTo(5 / 60.0);
    assertThat(row.number(CircleSummary.ZMOT_FMOT)).isEqualTo(25 / 50.0);
    assertThat(row.value(CircleSummary.NEW_LAPS)).isNull();
  }

  /** Entered by market, three quarters of them converted, a tenth lost, the rest open. */
  private static List<CountRow> markets(Map<String, Long> entered) {
    List<CountRow> rows = new ArrayList<>();
    entered.forEach(
        (market, laps) -> {
          long converted = laps * 3 / 4;
          long lost = laps / 10;
          rows.add(
              PublishedWorld.row(
                  List.of("2026-03-01", market, "(all)", "(all)"),
                  new long[] {converted, lost, laps - converted - lost, 0}));
        });
    return rows;
  }

  /** Changes what is remembered as the next night finds it, where it can be changed. */
  private static Map<String, Long> apply(List<CountRow> rows, Map<String, Long> memory) {
    Map<String, Long> changes =
        new WithholdCells(CountTable.of(MomentConversion.CONTRACT).orElseThrow(), K)
            .apply(rows, memory);
    if (memory instanceof java.util.TreeMap) {
      changes.forEach(
          (cell, persons) -> {
            if (persons == null) {
              memory.remove(cell);
            } else {
              memory.put(cell, persons);
            }
          });
    }
    return changes;
  }

  private static List<String> marks(List<CountRow> rows) {
    return rows.stream()
        .map(
            row ->
                row.value(MomentConversion.MARKET)
                    + (row.isWithheld() ? " withheld" : row.isRounded() ? " rounded" : " shown"))
        .toList();
  }

  /** entered, converted, lost, open, dropped, then every other measure. */
  private static List<Object> shown(List<CountRow> rows, String market) {
    CountRow row =
        rows.stream()
            .filter(r -> market.equals(r.value(MomentConversion.MARKET)))
            .findFirst()
            .orElseThrow();
    Object[] values = row.shown();
    List<Object> measures = new ArrayList<>();
    int i = 0;
    for (TableContract.Column column : MomentConversion.CONTRACT.columns()) {
      if (CountRow.isMeasure(MomentConversion.CONTRACT, column)) {
        measures.add(values[i]);
      }
      i++;
    }
    return measures;
  }

  /** Columns and their values in turn; null in all others. */
  private static CountRow row(TableContract table, Object... values) {
    CountRow row = new CountRow(new CountRow.Columns(table), new Object[table.columns().size()]);
    for (int i = 0; i < values.length; i += 2) {
      row.set((String) values[i], values[i + 1]);
    }
    return row;
  }
}

package giro.publish;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables that say themselves over what their rows add up, ten persons being few. */
class WithholdByContractTest {
  private static final int K = 10;

  @Test
  void aTableThatSaysWhatItsNumbersAreIsWithheldAndRoundedByThat() {
    TableContract table =
        TableContract.bi("made_up", "market")
            .key("month", "market")
            .dimensions("market")
            .withOverview()
            .text("month", "")
            .text("market", "")
            .count("persons", "")
            .count("parts", "")
            .share("part", "persons", "")
            .typical("median", "")
            .number("mean", "")
            .withholding()
            .build();
    List<CountRow> rows = new ArrayList<>();
    Map.of("IT", 41L, "FR", 7L, "DE", 12L, "(all)", 60L)
        .forEach(
            (market, persons) ->
                rows.add(
                    row(
                        table,
                        "month",
                        "2026-03",
                        "market",
                        market,
                        "persons",
                        persons,
                        "parts",
                        persons / 2,
                        "part",
                        0.5,
                        "median",
                        3.25,
                        "mean",
                        3.25)));
    new WithholdCells(CountTable.of(table).orElseThrow(), K).apply(rows, Map.of());
    CountRow italy =
        rows.stream().filter(row -> row.value("market").equals("IT")).findFirst().orElseThrow();
    assertThat(italy.isRounded()).as("beside France and Germany, withheld").isTrue();
    assertThat(List.of(italy.count("persons"), italy.count("parts"))).containsExactly(40L, 20L);
    assertThat(italy.number("part")).as("21 of 41 to the nearest five").isEqualTo(20 / 40.0);
    assertThat(italy.number("median")).isEqualTo(3.25);
    assertThat(italy.value("mean")).as("a mean would tell its sum").isNull();
    assertThat(rows.stream().filter(CountRow::isWithheld)).hasSize(2);
  }

  @Test
  void ofPartsWhoseSumIsToldElsewhereOneAloneIsNotWithheld() {
    TableContract table =
        TableContract.bi("made_up", "reason")
            .key("market", "reason")
            .dimensions("market")
            .sumsOver("reason")
            .text("market", "")
            .text("reason", "")
            .count("persons", "")
            .withholding()
            .build();
    List<CountRow> rows = new ArrayList<>();
    Map.of("bought", 41L, "gone", 4L, "open", 12L)
        .forEach(
            (reason, persons) ->
                rows.add(row(table, "market", "(all)", "reason", reason, "persons", persons)));
    new WithholdCells(CountTable.of(table).orElseThrow(), K).apply(rows, Map.of());
    assertThat(rows.stream().filter(CountRow::isWithheld).map(row -> row.value("reason")))
        .as("57 persons less 41 less 12 would be the 4")
        .containsExactlyInAnyOrder("gone", "open");
  }

  private static CountRow row(TableContract table, Object... values) {
    CountRow row = new CountRow(new CountRow.Columns(table), new Object[table.columns().size()]);
    for (int i = 0; i < values.length; i += 2) {
      row.set((String) values[i], values[i + 1]);
    }
    return row;
  }
}

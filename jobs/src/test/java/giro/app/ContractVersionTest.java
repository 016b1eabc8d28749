package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.metric.person.PersonMetrics;
import giro.model.table.ContractVersion;
import giro.model.table.TableContract;
import giro.model.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The published tables are those that the contract's version promised: whoever adds a column raises
 * the minor version, whoever takes one away or changes it the major one, and writes the list of
 * what is promised anew ({@code scripts/regenerate-golden}).
 */
class ContractVersionTest {
  private static final Path PROMISED = Path.of("src/test/resources/golden/contract.csv");

  @Test
  void tablesAndColumnsAreThoseThatTheVersionPromises() throws Exception {
    List<String> now = new ArrayList<>(List.of("contract " + ContractVersion.CURRENT));
    Stream.concat(Tables.published().stream(), PersonMetrics.tables().stream())
        .flatMap(ContractVersionTest::lines)
        .sorted()
        .forEach(now::add);
    if (Boolean.getBoolean("golden.regenerate")) {
      Files.write(PROMISED, now);
    }
    assertThat(now)
        .as("contract %s, see ContractVersion", ContractVersion.CURRENT)
        .isEqualTo(Files.readAllLines(PROMISED));
  }

  private static Stream<String> lines(TableContract table) {
    return table.columns().stream()
        .map(
            column -> {
              String key = table.key().contains(column.name()) ? "key" : "";
              return String.join(",", table.name(), column.name(), column.type(), key);
            });
  }
}

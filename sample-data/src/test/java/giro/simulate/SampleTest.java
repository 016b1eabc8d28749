package giro.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checked-in landing zone, as it was promised. */
class SampleTest {
  private static final Path LANDING = Path.of("landing");

  @Test
  void theSampleIsSmall() throws IOException {
    long bytes = 0;
    for (Path file : Landed.files(LANDING)) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(10_000_000L);
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void sixtyNightsStandAtTheEndOfThirtyMonths(Source source) {
    List<LocalDate> folders =
        Landed.files(LANDING.resolve(source.folder)).stream()
            .map(file -> file.getParent().getFileName().toString().substring("date=".length()))
            .map(LocalDate::parse)
            .toList();
    LocalDate last = folders.get(folders.size() - 1);
    assertThat(folders).filteredOn(day -> day.isAfter(last.minusDays(60))).hasSize(60);
    assertThat(folders.get(0)).isBefore(last.minusMonths(30));
  }

  @Test
  void severalMarketsModelsAndDealersAreThere() throws IOException {
    assertThat(values("country")).hasSizeGreaterThanOrEqualTo(4);
    assertThat(values("car_line")).hasSizeGreaterThanOrEqualTo(6);
    assertThat(values("dealer_code")).hasSizeGreaterThanOrEqualTo(40);
  }

  private static Set<String> values(String field) throws IOException {
    return Landed.rows(LANDING, "dealer").stream()
        .map(row -> row.get(field))
        .filter(value -> value != null)
        .collect(Collectors.toSet());
  }
}

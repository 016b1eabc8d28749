package giro.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadProfileTest {
  @TempDir Path folder;

  @Test
  void aUsersRateReplacesTheShippedOneAndLeavesTheRest() throws IOException {
    Profile shipped = ReadProfile.read(null);
    Profile mine = ReadProfile.read(profile("noise.late = 0.5"));
    assertThat(mine.noise().late()).isEqualTo(0.5);
    assertThat(mine.noise().duplicate()).isEqualTo(shipped.noise().duplicate());
    assertThat(mine.needs()).isEqualTo(shipped.needs());
  }

  @Test
  void anUnknownRateIsRefusedWithFileAndLine() throws IOException {
    Path file = profile("noise {\n  late = 0.1\n  latte = 0.2\n}");
    assertThatThrownBy(() -> ReadProfile.read(file))
        .isInstanceOf(SimulationException.class)
        .hasMessageContaining("mine.conf: 3")
        .hasMessageContaining("noise.latte");
  }

  @Test
  void anUnknownEventTypeIsRefused() throws IOException {
    Path file = profile("research.kinds.fax_received = 3");
    assertThatThrownBy(() -> ReadProfile.read(file)).hasMessageContaining("fax_received");
  }

  @Test
  void allProblemsComeInOneMessage() throws IOException {
    Path file = profile("noise.late = many\nneeds.ever = -1\nvoice.loudness = 2");
    assertThatThrownBy(() -> ReadProfile.read(file))
        .hasMessageContaining("noise.late")
        .hasMessageContaining("needs.ever")
        .hasMessageContaining("voice.loudness");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> ReadProfile.read(folder.resolve("none.conf")))
        .hasMessageContaining("none.conf");
  }

  private Path profile(String text) throws IOException {
    return Files.writeString(folder.resolve("mine.conf"), text);
  }
}

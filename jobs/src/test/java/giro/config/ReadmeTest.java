package giro.config;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.JourneyTouches;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows as settings is what works. */
class ReadmeTest {
  private static final Pattern HOCON = Pattern.compile("```hocon\n(.*?)```", Pattern.DOTALL);

  @TempDir Path dir;

  @Test
  void theMinimalFileIsTheTestedOne() throws IOException, URISyntaxException {
    Path minimal = Path.of(getClass().getResource("minimal.conf").toURI());

    assertThat(examples().get(0)).isEqualTo(Files.readString(minimal));
  }

  @Test
  void theOtherExamplesAreSoundAsTheyStand() throws IOException {
    for (String example : examples().subList(1, examples().size())) {
      Path file = Files.writeString(dir.resolve("giro.conf"), example);

      GiroSettings settings =
          ReadSettings.of(Optional.of(file), List.of(), JourneyTouches.CONTRACT.schema());

      assertThat(settings.rules().rules()).as(example).isNotEmpty();
    }
  }

  private static List<String> examples() throws IOException {
    List<String> found = new ArrayList<>();
    for (String page : List.of("README.md", "docs/presets.md")) {
      String text = Files.readString(Path.of("..", page));
      List<String> shown =
          HOCON.matcher(text).results().map((MatchResult block) -> block.group(1)).toList();
      assertThat(shown).as("settings shown in " + page).hasSizeGreaterThan(1);
      found.addAll(shown);
    }
    return found;
  }
}

package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import giro.testing.SparkExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the README's "Your own data", in its order, as a newcomer would type them. */
@ExtendWith(SparkExtension.class)
class OwnDataTest {
  private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w*)\n(.*?)^```", Pattern.DOTALL);
  private static final String GIRO = "scripts/giro ";

  @TempDir Path home;

  @Test
  void aNewcomerGetsTablesOfTheirOwnData(SparkSession spark)
      throws IOException, InterruptedException {
    List<String> commands = commands();
    assertThat(commands).filteredOn(c -> c.startsWith(GIRO)).hasSizeGreaterThan(4);
    String answer = "";
    for (String command : commands) {
      String here =
          command.replace("data/", home + "/data/").replace("giro.conf", home + "/giro.conf");
      if (here.startsWith(GIRO)) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Ran ran = Ran.of(out, here.substring(GIRO.length()).replaceAll(" >.*", "").split(" +"));
        answer = out.toString(StandardCharsets.UTF_8);
        assertThat(ran.exitCode()).as(command + "\n" + ran.errors()).isZero();
      } else {
        shell(here.replace("cp jobs/", "cp ../jobs/"));
      }
    }
    assertThat(answer).as("the last command's views").contains("VIEW moment_conversion AS");
    var published = new ObjectMapper().readTree(home.resolve("data/bi/published.json").toFile());
    assertThat(published.get("as_of").asText()).isEqualTo("2026-01-06");
    assertThat(published.at("/tables/source_quality/rows").asLong()).isPositive();
    assertThat(home.resolve("data/report/index.html")).isRegularFile();
  }

  /** The section's own, without comments. */
  private static List<String> commands() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    int from = readme.indexOf("## Your own data");
    String section = readme.substring(from, readme.indexOf("\n## ", from));
    return BLOCK
        .matcher(section)
        .results()
        .filter((MatchResult block) -> block.group(1).isEmpty())
        .map(block -> block.group(2))
        .flatMap(String::lines)
        .flatMap(line -> Stream.of(line.replaceAll(" +# .*", "")))
        .toList();
  }

  private static void shell(String command) throws IOException, InterruptedException {
    Process bash = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(command + "\n" + said).isZero();
  }
}

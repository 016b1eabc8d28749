package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import giro.lake.LakeFiles;
import giro.lake.LakeLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path home;

  @Test
  void aMachineThatCanRunANightIsWell() throws IOException {
    land("web");
    String said = Ran.answer(command("doctor"));
    assertThat(said.lines().map(l -> l.substring(0, 20).strip()))
        .contains("ok       time zone", "ok       landing", "ok       lake", "ok       lock")
        .noneMatch(line -> line.startsWith("problem"));
    assertThat(said).contains("ok       key        the demo's public key, environment demo");
    assertThat(said).endsWith("Nothing stands in a night's way.\n");
  }

  @Test
  void whatStandsInTheWayIsNamedWithWhatToDo() throws IOException {
    Files.writeString(home.resolve("lake"), "a file where a folder should be");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Ran ran = Ran.of(out, command("doctor", "--json"));
    assertThat(ran.exitCode()).isEqualTo(ExitCode.SETTINGS);
    JsonNode told = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(told.get("state").asText()).isEqualTo("problem");
    assertThat(check(told, "landing").get("state").asText()).isEqualTo("problem");
    assertThat(check(told, "landing").get("do").asText()).contains("there is no folder");
    assertThat(check(told, "lake").get("state").asText()).isEqualTo("problem");
    assertThat(check(told, "lake").get("do").asText()).contains("set giro.lake to another place");
    assertThat(check(told, "report").get("state").asText()).isEqualTo("ok");
  }

  @Test
  void warningsDoNotStandInTheWay() throws IOException {
    land("wbe");
    try (LakeLock held =
        LakeLock.take(
            new LakeFiles(new Configuration()), home.resolve("lake").toString(), "a night")) {
      String said = Ran.answer(command("doctor", "--set", "environment=test"));
      assertThat(said)
          .contains("warning  key        the demo's public key: give a secret")
          .contains("no source is called wbe; add it under giro.sources")
          .contains("warning  lock       run a night, process ");
    }
  }

  @Test
  void badSettingsAreProblemsBesideTheMachines() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Ran ran =
        Ran.of(
            out, command("doctor", "--set", "environment=production", "--set", "laps.reentry=x"));
    assertThat(ran.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("ok       jdk ", "problem  settings", "is the demo key", "laps.reentry");
  }

  @Test
  void aPathWithoutMavenIsAWarning() {
    assertThat(new ExamineMachine(Map.of("PATH", home.toString())).findings())
        .filteredOn(f -> f.about().equals("maven"))
        .singleElement()
        .satisfies(f -> assertThat(f.state()).isEqualTo(Finding.State.WARNING));
  }

  private static JsonNode check(JsonNode told, String about) {
    for (JsonNode check : told.get("checks")) {
      if (check.get("check").asText().equals(about)) {
        return check;
      }
    }
    throw new AssertionError("no check of " + about);
  }

  private void land(String source) throws IOException {
    Path night = Files.createDirectories(home.resolve("landing/" + source + "/date=2026-01-06"));
    Files.writeString(night.resolve("a.jsonl"), "{\"event_id\": \"e1\"}\n");
  }

  private String[] command(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    for (String place : List.of("landing", "lake", "bi", "report")) {
      all.addAll(List.of("--set", place + "=" + home.resolve(place)));
    }
    return all.toArray(String[]::new);
  }
}

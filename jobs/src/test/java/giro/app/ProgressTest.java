package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody who waits for a night is told. */
class ProgressTest {
  private static final Map<String, Double> STAGES = Map.of("take", 10.0, "stitch", 30.0);

  @Test
  void timeLeftIsWhatIsNotDoneYetAtThePaceOfWhatIs() {
    TimeLeft left = new TimeLeft(80, STAGES);
    assertThat(left.after(0)).hasValue(80.0);
    left.ended("take");
    assertThat(left.after(20)).as("a quarter done in its time").hasValue(60.0);
    assertThat(left.after(40)).as("at half the pace").hasValue(120.0);
    assertThat(left.after(4000)).as("a pace beyond belief").hasValue(300.0);
    assertThat(left.words(40)).isEqualTo("about 2 min left");
    assertThat(left.words(20)).isEqualTo("about 60 s left");
    left.ended("a stage that is new");
    left.ended("stitch");
    assertThat(left.words(80)).isEqualTo("almost done");
  }

  @Test
  void aFirstRunTellsNothingOfTheTimeLeft() {
    assertThat(TimeLeft.UNKNOWN.words(10)).isEmpty();
  }

  @Test
  void eachStageHasItsLineWithRowsAndTimeLeft() {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try (Progress progress = new Progress(false)) {
      progress.begin("night", 2);
      progress.expect(new TimeLeft(800, STAGES));
      progress.stage("take", () -> 1200L, rows -> rows);
      progress.stage("stitch", () -> {});
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("night"),
            line -> assertThat(line).matches("  take +\\d\\.\\d s +1,200 rows  about 2 min left"),
            line -> assertThat(line).matches("  stitch +\\d\\.\\d s +almost done"));
  }
}

package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the command line says to those who are new to it, or mistype. */
class CommandLineTest {
  static java.util.List<String> commands() {
    return Main.commands().getSubcommands().keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandsHelpHasAnExampleThatIsUnderstood(String name) {
    CommandLine command = Main.commands().getSubcommands().get(name);
    String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
    assertThat(help).contains("Example").contains("  giro " + name);
    help.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("giro " + name))
        .forEach(
            line -> {
              String[] words = line.replaceAll(" [>;|].*", "").substring(5).split(" +");
              Main.commands().parseArgs(words);
            });
  }

  @Test
  void aMistypedCommandIsAnsweredWithTheNearest() {
    Ran ran = Ran.of("rum", "--date", "2026-01-05");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(ran.errors())
        .isEqualTo("giro has no command rum. Did you mean run?\nSee giro --help.\n");
  }

  @Test
  void aMistypedOptionIsAnsweredWithTheNearestAndWithoutItsValue() {
    Ran ran = Ran.of("run", "--dat=ana@example.com");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(ran.errors())
        .isEqualTo("giro run has no option --dat. Did you mean --date?\nSee giro run --help.\n");
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(Ran.of().errors()).startsWith("Say what to do: giro COMMAND.");
    assertThat(Ran.of("run").errors()).startsWith("Missing required option: '--date=D'");
    assertThat(Ran.of("run", "--date", "yesterday").errors()).contains("yesterday");
  }

  @Test
  void theCompletionScriptKnowsCommandsAndOptions(@TempDir Path home)
      throws IOException, InterruptedException {
    Path script = Files.writeString(home.resolve("giro"), Ran.answer("completion"));
    String ask =
        "source "
            + script
            + "; COMP_WORDS=(giro run --da); COMP_CWORD=2; _complete_giro; echo \"${COMPREPLY[*]}\"";
    Process bash = new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true).start();
    assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(new String(bash.getInputStream().readAllBytes())).contains("--date");
  }
}

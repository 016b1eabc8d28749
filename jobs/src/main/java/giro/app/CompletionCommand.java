package giro.app;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "A script that completes commands and options in bash and zsh.",
    footer = {
      "%nExamples:",
      "  source <(giro completion)",
      "  giro completion > /etc/bash_completion.d/giro"
    })
final class CompletionCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    String script = AutoComplete.bash("giro", Main.commands());
    common.output().text(script.stripTrailing());
    common.output().result(Map.of("state", "done", "script", script));
    return ExitCode.DONE;
  }
}

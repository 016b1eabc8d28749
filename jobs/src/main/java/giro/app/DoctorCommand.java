package giro.app;

import giro.config.SettingsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Whether this machine and the places that the settings name can run a night: each line is ok,"
            + " a warning or a problem, with what to do. Reads landing files' first rows alone.",
    footer = {"%nExample:", "  giro doctor --config giro.conf"})
final class DoctorCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    List<Finding> findings = new ExamineMachine(System.getenv()).findings();
    try {
      findings.addAll(new ExaminePlaces(common.settings()).findings());
    } catch (SettingsException e) {
      e.problems().forEach(p -> findings.add(Finding.problem("settings", p, "mend it")));
    }
    Output output = common.output();
    findings.forEach(finding -> output.text(finding.line()));
    boolean isWell = findings.stream().noneMatch(f -> f.state() == Finding.State.PROBLEM);
    output.text(isWell ? "Nothing stands in a night's way." : "A night cannot run like this.");
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("state", isWell ? "ok" : "problem");
    result.put("checks", findings.stream().map(Finding::json).toList());
    output.result(result);
    return isWell ? ExitCode.DONE : ExitCode.SETTINGS;
  }
}

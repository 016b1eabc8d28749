package giro.app;

import giro.model.table.TableContract;
import giro.publish.SemanticLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "tables",
    mixinStandardHelpOptions = true,
    description = "The data dictionary: every table, or the columns of one.",
    footer = {
      "%nExamples:",
      "  giro tables moment_conversion",
      "  giro tables --for osi > giro.osi.yaml"
    })
final class TablesCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "A table.")
  private String name;

  @Option(
      names = "--for",
      paramLabel = "FORM",
      description =
          "osi: the published tables as an Open Semantic Interchange model (YAML), for tools that"
              + " read one.")
  private String form;

  @Override
  public Integer call() {
    Output output = common.output();
    if (form != null) {
      return semanticLayer(output);
    }
    if (name == null) {
      AllTables.list().forEach(table -> output.text(line(table)));
      output.result(Map.of("tables", AllTables.list().stream().map(TablesCommand::json).toList()));
      return ExitCode.DONE;
    }
    TableContract table =
        AllTables.named(name)
            .orElseThrow(() -> UserError.noSuchThing("table", name, "giro tables lists them all."));
    output.text(line(table));
    output.text("key: " + String.join(", ", table.key()));
    for (TableContract.Column column : table.columns()) {
      output.text(
          String.format("  %-28s %-10s %s", column.name(), shortType(column), column.comment()));
    }
    table.definition().ifPresent(told -> tell(output, told));
    output.result(json(table));
    return ExitCode.DONE;
  }

  private int semanticLayer(Output output) {
    if (!form.equals("osi") || name != null) {
      throw UserError.usage(
          name != null
              ? "giro tables --for osi is about all published tables; leave " + name + " out."
              : "giro tables knows the form osi, not " + form + ".");
    }
    String yaml = SemanticLayer.yaml(AllTables.list());
    output.text(yaml.stripTrailing());
    output.result(Map.of("state", "done", "osi", yaml));
    return ExitCode.DONE;
  }

  private static void tell(Output output, TableContract.Definition told) {
    output.text("");
    output.text(told.english());
    output.text("IT: " + told.italian());
  }

  private static String line(TableContract table) {
    String layer = table.layer() == TableContract.Layer.BI ? "published" : "lake";
    return String.format("%-26s %-10s one row: %s", table.name(), layer, table.grain());
  }

  private static String shortType(TableContract.Column column) {
    return column.type().length() > 10 ? column.type().replaceAll("<.*", "") : column.type();
  }

  private static Map<String, Object> json(TableContract table) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", table.name());
    json.put("layer", table.layer().name().toLowerCase(java.util.Locale.ROOT));
    json.put("grain", table.grain());
    json.put("key", table.key());
    table
        .definition()
        .ifPresent(
            told -> json.put("definition", Map.of("en", told.english(), "it", told.italian())));
    List<Map<String, String>> columns = new ArrayList<>();
    table
        .columns()
        .forEach(
            c -> columns.add(Map.of("name", c.name(), "type", c.type(), "comment", c.comment())));
    json.put("columns", columns);
    return json;
  }
}

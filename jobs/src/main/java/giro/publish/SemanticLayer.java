package giro.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import giro.model.table.DimDate;
import giro.model.table.DimDealer;
import giro.model.table.DimMarket;
import giro.model.table.DimModel;
import giro.model.table.DimMoment;
import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The published tables as an Open Semantic Interchange model (core specification 1.0, YAML): a
 * dataset a table with its key, fields and their meaning; relationships to the dimensions; metrics
 * for what may be added up, which leave {@code (all)} rows out so that nothing is counted twice.
 */
public final class SemanticLayer {
  private static final Map<String, TableContract> DIMENSION_OF =
      Map.of(
          "market", DimMarket.CONTRACT,
          "model", DimModel.CONTRACT,
          "dealer", DimDealer.CONTRACT,
          "dealer_id", DimDealer.CONTRACT,
          "moment", DimMoment.CONTRACT,
          "from_moment", DimMoment.CONTRACT,
          "to_moment", DimMoment.CONTRACT,
          "last_moment", DimMoment.CONTRACT,
          "date", DimDate.CONTRACT);

  /** Persons are counted once in each row, and would be counted again by adding rows up. */
  private static final Set<String> NOT_ADDED =
      Set.of("persons", "step_number", "tenure_months", "position", "run_id", "hour");

  private static final JsonMapper YAML =
      JsonMapper.builder(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .disable(YAMLGenerator.Feature.SPLIT_LINES)
                  .build())
          .build();

  private SemanticLayer() {}

  /** The model of published tables; lake tables are left out. */
  public static String yaml(List<TableContract> tables) {
    List<TableContract> published =
        tables.stream().filter(t -> t.layer() == TableContract.Layer.BI).toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", "giro");
    model.put(
        "description",
        "Moments of truth on a circular customer journey: the tables that Giro publishes each night."
            + " Rows marked is_withheld have null measures.");
    model.put("datasets", published.stream().map(SemanticLayer::dataset).toList());
    model.put("relationships", published.stream().flatMap(t -> relations(t).stream()).toList());
    model.put("metrics", published.stream().flatMap(t -> metrics(t).stream()).toList());
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("version", "1.0");
    file.put("semantic_model", List.of(model));
    try {
      return YAML.writeValueAsString(file);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The semantic layer could not be written", e);
    }
  }

  private static Map<String, Object> dataset(TableContract table) {
    Map<String, Object> dataset = new LinkedHashMap<>();
    dataset.put("name", table.name());
    dataset.put("source", table.name());
    dataset.put("primary_key", table.key());
    dataset.put(
        "description",
        "One row: "
            + table.grain()
            + "."
            + table.definition().map(told -> " " + told.english()).orElse(""));
    dataset.put("fields", table.columns().stream().map(SemanticLayer::field).toList());
    return dataset;
  }

  private static Map<String, Object> field(TableContract.Column column) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    field.put("expression", expression(column.name()));
    if (!isNumber(column)) {
      boolean isTime = column.type().equals("date") || column.type().equals("timestamp");
      field.put("dimension", Map.of("is_time", isTime));
    }
    field.put("description", column.comment());
    return field;
  }

  private static List<Map<String, Object>> relations(TableContract table) {
    List<Map<String, Object>> relations = new ArrayList<>();
    for (String column : table.columnNames()) {
      TableContract dimension = DIMENSION_OF.get(column);
      if (dimension != null && !table.name().startsWith("dim_")) {
        Map<String, Object> relation = new LinkedHashMap<>();
        relation.put("name", table.name() + "_" + column);
        relation.put("from", table.name());
        relation.put("to", dimension.name());
        relation.put("from_columns", List.of(column));
        relation.put("to_columns", dimension.key());
        relations.add(relation);
      }
    }
    return relations;
  }

  private static List<Map<String, Object>> metrics(TableContract table) {
    List<Map<String, Object>> metrics = new ArrayList<>();
    String once =
        table.columns().stream()
            .filter(c -> table.key().contains(c.name()) && hasTotals(table, c))
            .map(c -> table.name() + "." + c.name() + " <> '(all)'")
            .collect(Collectors.joining(" AND "));
    for (TableContract.Column column : table.columns()) {
      if (addsUp(table, column)) {
        String value = table.name() + "." + column.name();
        String sum = once.isEmpty() ? value : "CASE WHEN " + once + " THEN " + value + " END";
        Map<String, Object> metric = new LinkedHashMap<>();
        metric.put("name", table.name() + "_" + column.name());
        metric.put("expression", expression("SUM(" + sum + ")"));
        metric.put("description", column.comment() + "; withheld cells are not in it");
        metrics.add(metric);
      }
    }
    return metrics;
  }

  private static boolean hasTotals(TableContract table, TableContract.Column column) {
    return table.dimensions().contains(column.name()) || column.comment().contains("(all)");
  }

  /** Counts of tables that may have a cell withheld, and numbers that are said to add up. */
  private static boolean addsUp(TableContract table, TableContract.Column column) {
    boolean isCount = column.type().equals("bigint") && table.columnNames().contains("is_withheld");
    return (isCount || table.isSummed(column.name()))
        && !table.key().contains(column.name())
        && !NOT_ADDED.contains(column.name());
  }

  private static boolean isNumber(TableContract.Column column) {
    return Set.of("bigint", "int", "double").contains(column.type());
  }

  private static Map<String, Object> expression(String sql) {
    return Map.of(
        "dialects", List.of(new LinkedHashMap<>(Map.of("dialect", "ANSI_SQL", "expression", sql))));
  }
}

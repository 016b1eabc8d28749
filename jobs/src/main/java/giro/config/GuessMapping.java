package giro.config;

import giro.ingest.SourceSample;
import giro.ingest.SourceSample.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A mapping by what fields are called and hold: a start for somebody who knows the data.
 *
 * @param mapping target to expression
 * @param missing what a touch must have and no field's name suggests
 */
record GuessMapping(Map<String, String> mapping, List<String> missing) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
  private static final Set<FieldType> WHEN =
      Set.of(
          FieldType.INSTANT,
          FieldType.TIME,
          FieldType.DAY,
          FieldType.SECONDS,
          FieldType.MILLISECONDS,
          FieldType.MICROSECONDS);

  /** By target, names that suggest it, the surest first; a field serves one target. */
  private static final Map<String, List<String>> HINTS = new LinkedHashMap<>();

  static {
    HINTS.put(
        "event_id",
        List.of(
            "event_?(id|uuid)",
            "(hit|row|record|ticket|message|activity|entry|call)_?(id|no|nr)",
            "u?u?id"));
    HINTS.put(
        "event_type",
        List.of(
            "event_?(type|name)",
            "event|action|activity|kind|type",
            "(record|document|call|entry)_?(code|type|kind)"));
    HINTS.put(
        "occurred_at",
        List.of(
            "(occurred|happened|event)_?(at|time|ts|date)",
            "timestamp|date_?time|time|ts",
            "(created|started|sent|visit).*",
            "date|day|data|datum",
            ".*(time|date|_at|day)"));
    HINTS.put("identifiers.email", List.of(".*e_?mail.*"));
    HINTS.put("identifiers.phone", List.of(".*(phone|mobile|telefono|cell).*"));
    HINTS.put("identifiers.login", List.of(".*(login|user_?(id|name)|account).*"));
    HINTS.put(
        "identifiers.crm_id",
        List.of(".*(crm|customer|client|cliente|kunden).*(id|no|nr|number)?"));
    HINTS.put("identifiers.vin", List.of(".*(vin|telaio|chassis).*"));
    HINTS.put("identifiers.device", List.of(".*(device_?id|installation|idfa|gaid).*"));
    HINTS.put("identifiers.cookie", List.of(".*(cookie|visitor|anonymous_?id|client_?id).*"));
    HINTS.put("identifiers.handle", List.of(".*(handle|author|nickname).*"));
    HINTS.put("market", List.of("market|country|paese|nation.*"));
    HINTS.put("model", List.of(".*(model|car_?line|modello).*"));
    HINTS.put("dealer_id", List.of(".*(dealer|concession).*"));
    HINTS.put("campaign", List.of(".*campaign.*"));
  }

  static GuessMapping of(SourceSample sample) {
    Map<String, FieldType> left = new LinkedHashMap<>(sample.fields());
    Map<String, String> mapping = new LinkedHashMap<>();
    HINTS.forEach(
        (target, hints) ->
            find(left, target, hints)
                .ifPresent(
                    field -> mapping.put(target, expression(target, field, left.remove(field)))));
    List<String> missing = new ArrayList<>();
    for (String target : List.of("event_id", "event_type", "occurred_at")) {
      if (!mapping.containsKey(target)) {
        missing.add(target);
      }
    }
    if (mapping.keySet().stream().noneMatch(target -> target.startsWith("identifiers."))) {
      missing.add("identifiers.login");
    }
    return new GuessMapping(mapping, missing);
  }

  private static Optional<String> find(
      Map<String, FieldType> fields, String target, List<String> hints) {
    boolean isTime = target.equals("occurred_at");
    for (String hint : hints) {
      Pattern name = Pattern.compile("(?i)" + hint.replaceAll("^(.*)$", "(?:$1)"));
      for (Map.Entry<String, FieldType> field : fields.entrySet()) {
        String last =
            field.getKey().substring(field.getKey().lastIndexOf('.') + 1).replace(' ', '_');
        boolean isFit =
            isTime ? WHEN.contains(field.getValue()) : field.getValue() != FieldType.LIST;
        if (isFit && name.matcher(last).matches()) {
          return Optional.of(field.getKey());
        }
      }
    }
    return Optional.empty();
  }

  private static String expression(String target, String field, FieldType type) {
    String name = PLAIN.matcher(field).matches() ? field : "`" + field + "`";
    if (target.equals("market")) {
      return "market_of(" + name + ")";
    }
    if (!target.equals("occurred_at")) {
      return name;
    }
    return switch (type) {
      case SECONDS -> "timestamp_seconds(cast(" + name + " as bigint))";
      case MILLISECONDS -> "timestamp_millis(cast(" + name + " as bigint))";
      case MICROSECONDS -> "timestamp_micros(cast(" + name + " as bigint))";
      case TIME -> "to_timestamp(" + name + ")";
      default -> name;
    };
  }
}

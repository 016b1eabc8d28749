package giro.app;

import giro.config.GiroSettings;
import giro.config.PrivacyKey;
import giro.ingest.SourceSettings;
import giro.moment.EventTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What sound settings still leave open, told before any data is read. */
final class MissingSettings {
  private static final List<String> REQUIRED = List.of("event_id", "event_type", "occurred_at");
  private static final String IDENTIFIERS = "identifiers.";

  private final GiroSettings settings;
  private final List<String> missing = new ArrayList<>();

  private MissingSettings(GiroSettings settings) {
    this.settings = settings;
  }

  /** One sentence each; empty where nothing is. */
  static List<String> of(GiroSettings settings) {
    MissingSettings open = new MissingSettings(settings);
    open.key();
    settings.ingest().sources().forEach(open::targets);
    EventTypes.named(settings.rules())
        .ifPresent(known -> settings.ingest().sources().forEach(s -> open.types(s, known)));
    return List.copyOf(open.missing);
  }

  private void key() {
    if (PrivacyKey.isDemo(settings.privacy())) {
      missing.add(
          "privacy.key: the demo's public key is in use, which production refuses; give a secret"
              + " of 16 characters or more in the environment variable GIRO_PRIVACY_KEY");
    }
  }

  /** A source without any mapping is in the common form, which needs none. */
  private void targets(SourceSettings source) {
    Map<String, String> mapping = mapping(source);
    if (mapping.isEmpty()) {
      return;
    }
    for (String target : REQUIRED) {
      if (!mapping.containsKey(target)) {
        missing.add(
            place(source)
                + target
                + " is not mapped; rows without a field of that name are rejected");
      }
    }
    if (mapping.keySet().stream().noneMatch(target -> target.startsWith(IDENTIFIERS))) {
      missing.add(
          place(source)
              + "no identifier is mapped, such as \"identifiers.email\"; rows that do not carry"
              + " identifiers in the common form are rejected");
    }
  }

  private void types(SourceSettings source, Set<String> known) {
    Optional.ofNullable(mapping(source).get("event_type"))
        .ifPresent(
            sql -> {
              Set<String> unknown = new TreeSet<>(EventTypes.givenBy(sql));
              unknown.removeAll(known);
              if (!unknown.isEmpty()) {
                missing.add(
                    place(source)
                        + "event_type: no rule knows "
                        + String.join(", ", unknown)
                        + "; such touches stay UNCLASSIFIED");
              }
            });
  }

  private static Map<String, String> mapping(SourceSettings source) {
    Map<String, String> mapping = new HashMap<>(source.presetMapping());
    mapping.putAll(source.mapping());
    return mapping;
  }

  private static String place(SourceSettings source) {
    return "sources." + source.name() + ".mapping: ";
  }
}

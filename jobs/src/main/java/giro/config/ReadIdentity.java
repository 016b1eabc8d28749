package giro.config;

import giro.identity.BridgeSettings;
import giro.identity.CrowdSettings;
import giro.identity.IdentitySettings;
import giro.identity.KindSettings;
import giro.moment.Conditions;
import giro.moment.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code giro.identity}. */
final class ReadIdentity {

  private static final List<String> SHARED = List.of("split", "last", "drop");

  private final Section identity;
  private final Conditions onTouches;

  ReadIdentity(Section giro, Conditions onTouches) {
    this.identity = giro.section("identity");
    this.onTouches = onTouches;
  }

  IdentitySettings read() {
    Section defaults = identity.section("kind-defaults");
    List<String> blockedForAll = patterns(identity, "blocked");
    Map<String, Section> sections = identity.sections("kinds");
    List<KindSettings> kinds = new ArrayList<>();
    sections.forEach(
        (name, section) ->
            kinds.add(kind(name, section.orElse(defaults), blockedForAll, sections.keySet())));
    if (kinds.stream().filter(KindSettings::onePerPerson).count()
        > IdentitySettings.MOST_ONE_PER_PERSON) {
      identity.problem(
          "kinds",
          "has more than "
              + IdentitySettings.MOST_ONE_PER_PERSON
              + " kinds with one-per-person = true");
    }
    kinds.sort(Comparator.comparingInt(KindSettings::priority).thenComparing(KindSettings::kind));
    IdentitySettings read =
        new IdentitySettings(
            kinds,
            identity.duration("split-within"),
            crowds(identity.section("crowds")),
            bridges(identity.section("bridges")),
            identity.integer("links-in-memory", 0),
            ConditionText.read(identity, "bots", onTouches));
    identity.close();
    return read;
  }

  private static CrowdSettings crowds(Section crowds) {
    CrowdSettings read = new CrowdSettings(crowds.integer("times", 0), crowds.duration("within"));
    crowds.close();
    return read;
  }

  private static BridgeSettings bridges(Section bridges) {
    BridgeSettings read =
        new BridgeSettings(
            bridges.integer("identifiers", 0),
            bridges.integer("touches", 0),
            bridges.integer("persons", 0));
    bridges.close();
    return read;
  }

  private KindSettings kind(
      String name, Section section, List<String> blockedForAll, Set<String> kinds) {
    List<String> blocked = new ArrayList<>(blockedForAll);
    blocked.addAll(patterns(section, "blocked"));
    KindSettings read =
        new KindSettings(
            name,
            section.bool("links"),
            section.integer("priority", 1),
            caps(section.section("caps"), kinds),
            section.span("lookback"),
            blocked,
            section.oneOf("shared", SHARED),
            section.bool("one-per-person"),
            section.bool("authenticates"));
    section.close();
    return read;
  }

  private static Map<String, Integer> caps(Section caps, Set<String> kinds) {
    Map<String, Integer> read = new LinkedHashMap<>();
    for (String kind : caps.names()) {
      if (!kinds.contains(kind)) {
        String near = Nearest.of(kind, kinds).map(n -> "; did you mean " + n + "?").orElse("");
        caps.problem(kind, "is not a kind under identity.kinds" + near);
      }
      read.put(kind, caps.integer(kind, 1));
    }
    return read;
  }

  private static List<String> patterns(Section section, String key) {
    List<String> patterns = section.texts(key);
    for (String pattern : patterns) {
      try {
        Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        section.problem(
            key,
            "\""
                + pattern
                + "\" is not a regular expression: "
                + e.getDescription()
                + "; mind that HOCON doubles backslashes in quotes");
      }
    }
    return patterns;
  }
}

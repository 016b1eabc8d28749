package giro.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lays out the page of one night: one HTML file that needs no server, no network and no second
 * file. It is written in English with everything shown; its script shows a choice of market, model
 * and month, and says it in Italian. Equal tables and facts give an equal page.
 */
public final class WritePage {
  /** With what stands on the page at once, this keeps a page under 3 MB. */
  private static final int MOST_CHARACTERS = 1_900_000;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Templates templates = new Templates();
  private final String style = Templates.resource("page.css");
  private final String script = Templates.resource("page.js");
  private final String italian = Templates.resource("italian.json");

  /**
   * The page.
   *
   * @param night may have no rows; the page then says that nothing was counted
   * @param facts about the run
   */
  public String html(PublishedNight night, PageFacts facts) {
    PageParts parts = new PageParts(new Wording(facts.k()));
    PageTables all = night.at(Slice.ALL);
    DrawChoices.Drawn drawn =
        new DrawChoices(night, templates).draw(everyPart(parts, all), MOST_CHARACTERS);
    return html(parts, all, drawn, facts);
  }

  /** The page with everything shown and nothing to choose from. */
  String html(PageTables all, PageFacts facts) {
    DrawChoices.Drawn drawn = new DrawChoices.Drawn(Choices.none(), Map.of());
    return html(new PageParts(new Wording(facts.k())), all, drawn, facts);
  }

  private static List<Part> everyPart(PageParts parts, PageTables all) {
    List<Part> every = new ArrayList<>(List.of(parts.headline(), parts.line(), parts.starts()));
    every.addAll(parts.grid());
    every.add(parts.pairs());
    every.addAll(parts.otherFunnels(all));
    return every;
  }

  private String html(PageParts parts, PageTables all, DrawChoices.Drawn drawn, PageFacts facts) {
    Map<String, Object> view = new HashMap<>();
    view.put("style", style);
    view.put("script", script);
    view.put("phrases", italian);
    view.put("labels", labels(all, drawn.choices()));
    addFacts(view, facts);
    view.put("choices", drawn.choices());
    view.put("hasChoices", !drawn.choices().isEmpty());
    view.put("packed", drawn.packed().entrySet());
    view.put("headline", filled(parts.headline(), all));
    view.put("line", filled(parts.line(), all));
    view.put("starts", filled(parts.starts(), all));
    view.put("grid", parts.grid().stream().map(part -> filled(part, all)).toList());
    view.put("pairs", filled(parts.pairs(), all));
    view.put("others", parts.otherFunnels(all).stream().map(p -> filled(p, all)).toList());
    view.put("health", DataBasis.health(all));
    view.put("sources", DataBasis.sources(all.sources()));
    view.put("rejected", DataBasis.rejected(all.rejected()));
    view.put("hasRejected", !all.rejected().isEmpty());
    List<String> missing = DataBasis.missingLastNight(all.sources());
    view.put("missing", String.join(", ", missing));
    view.put("hasMissing", !missing.isEmpty());
    return templates.fill("page", view);
  }

  /** A part in a box of its own, in which the script can put what another choice shows. */
  private Map<String, String> filled(Part part, PageTables page) {
    StringBuilder reach = new StringBuilder();
    for (Dimension dimension : Dimension.values()) {
      if (part.reach().contains(dimension)) {
        reach.append(reach.isEmpty() ? "" : " ").append(dimension.key());
      }
    }
    return Map.of(
        "id", part.id(),
        "reach", reach.toString(),
        "content", templates.fill(part.template(), part.view().apply(page)));
  }

  /** Italian labels that the tables themselves bring, by the English ones; safe inside a script. */
  private static String labels(PageTables all, Choices choices) {
    Map<String, String> labels = new LinkedHashMap<>();
    all.headlines().forEach(figure -> labels.put(figure.labelEn(), figure.labelIt()));
    List<Choices.Choice> named = new ArrayList<>(choices.markets());
    named.addAll(choices.models());
    named.forEach(choice -> labels.put(choice.english(), choice.italian()));
    all.questions()
        .of(ReadBlindLine.TABLE)
        .all()
        .forEach(row -> labels.put(row.text("label_en"), row.text("label_it")));
    labels.values().removeIf(label -> label == null || label.isEmpty());
    try {
      return JSON.writeValueAsString(labels)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the page's labels", e);
    }
  }

  private static void addFacts(Map<String, Object> view, PageFacts facts) {
    view.put("asOf", Wording.day(facts.asOf()));
    view.put("runId", facts.runId());
    view.put("runAt", MINUTE.format(facts.runAt()));
    view.put("completeThrough", Wording.day(facts.completeThrough()));
    view.put("environment", facts.environment());
    view.put("usesDemoKey", facts.usesDemoKey());
    view.put("k", facts.k());
    view.put("codeVersion", facts.codeVersion());
    view.put("ruleVersion", facts.ruleVersion());
    view.put("inactivityNew", facts.inactivityNew().toDays());
    view.put("inactivityUsed", facts.inactivityUsed().toDays());
  }
}

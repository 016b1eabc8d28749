package giro.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Draws every piece of the page for every choice that a reader can make, so that the page's script
 * only puts them in place and nothing is drawn by two programs. The pictures of one piece are alike
 * and compress well together.
 */
final class DrawChoices {
  /** In place of a picture: the table has no row for this choice. */
  private static final int NO_ROW = -1;

  /** In place of a picture: all rows of this choice are withheld. */
  private static final int WITHHELD = -2;

  /** More choices than this would take a night too long to draw; the latest months are kept. */
  private static final int MOST_CHOICES = 1_500;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PublishedNight night;
  private final Templates templates;
  private final Map<Slice, Questions> questions = new ConcurrentHashMap<>();
  private final Map<Slice, PageTables> pages = new ConcurrentHashMap<>();

  /** Kept for when fewer months are tried. */
  private final Map<Piece, String> drawn = new ConcurrentHashMap<>();

  DrawChoices(PublishedNight night, Templates templates) {
    this.night = night;
    this.templates = templates;
  }

  /** A part as one choice shows it. */
  private record Piece(String part, Slice slice) {}

  /**
   * What the page holds for its choices.
   *
   * @param choices what can be chosen; earlier months are left out where the page would grow too
   *     large
   * @param packed by part: base64 of gzip of JSON with {@code at}, the number of a fragment for
   *     each choice, by market, model and month of the part's reach with all of them first, and
   *     {@code fragments}
   */
  record Drawn(Choices choices, Map<String, String> packed) {}

  /** Leaves earlier months out, half of them at a time, until all of it fits. */
  Drawn draw(List<Part> parts, int mostCharacters) {
    Choices choices = night.choices();
    int cars = (choices.markets().size() + 1) * (choices.models().size() + 1);
    choices = choices.latestMonths(Math.max(1, MOST_CHOICES / cars - 1));
    while (true) {
      Map<String, String> packed = pack(parts, choices, mostCharacters);
      if (packed != null) {
        return new Drawn(choices, packed);
      }
      if (choices.months().isEmpty()) {
        return new Drawn(Choices.none(), Map.of());
      }
      choices = choices.latestMonths(choices.months().size() / 2);
    }
  }

  /**
   * Null where it does not fit; parts are drawn side by side, and no further once that is known.
   */
  private Map<String, String> pack(List<Part> parts, Choices choices, int mostCharacters) {
    if (choices.isEmpty()) {
      return Map.of();
    }
    AtomicInteger size = new AtomicInteger();
    Map<String, String> packed =
        parts.parallelStream()
            .filter(part -> !part.reach().isEmpty() && size.get() <= mostCharacters)
            .collect(
                Collectors.toMap(
                    Part::id,
                    part -> {
                      String one = pack(part, choices);
                      size.addAndGet(one.length());
                      return one;
                    },
                    (one, same) -> one,
                    LinkedHashMap::new));
    return size.get() > mostCharacters ? null : packed;
  }

  private String pack(Part part, Choices choices) {
    List<Integer> at = new ArrayList<>();
    Map<String, Integer> fragments = new LinkedHashMap<>();
    for (String market : values(part, Dimension.MARKET, choices)) {
      for (String model : values(part, Dimension.MODEL, choices)) {
        for (String month : values(part, Dimension.MONTH, choices)) {
          at.add(place(part, new Slice(market, model, month), fragments));
        }
      }
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("at", at);
    content.put("fragments", fragments.keySet());
    return packed(content);
  }

  private static List<String> values(Part part, Dimension dimension, Choices choices) {
    List<String> values = new ArrayList<>(List.of(PageTables.ALL));
    if (part.reach().contains(dimension)) {
      choices.of(dimension).forEach(choice -> values.add(choice.value()));
    }
    return values;
  }

  private int place(Part part, Slice slice, Map<String, Integer> fragments) {
    TableRows rows = part.basis().apply(questions.computeIfAbsent(slice, night::questions));
    if (rows.all().isEmpty()) {
      return NO_ROW;
    }
    if (rows.shown().isEmpty()) {
      return WITHHELD;
    }
    String fragment =
        drawn.computeIfAbsent(new Piece(part.id(), slice), piece -> draw(part, slice));
    Integer place = fragments.putIfAbsent(fragment, fragments.size());
    return place == null ? fragments.size() - 1 : place;
  }

  private String draw(Part part, Slice slice) {
    PageTables page = pages.computeIfAbsent(slice, night::at);
    return templates.fill(part.template(), part.view().apply(page));
  }

  private static String packed(Object content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the page's fragments", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}

package giro.metric.content;

import giro.metric.Combinations;
import giro.metric.person.PublishedContent;
import java.util.ArrayList;
import java.util.List;

/** What a cell is called while it travels. */
final class CellKey {
  private static final char COHORT = 'm';
  private static final char CONTENTS = 'u';
  private static final String BETWEEN = "\u0001";

  /** The cell of everything in {@code umot_influence}. */
  static final String EVERYTHING =
      contents(Combinations.ALL, Combinations.ALL, Combinations.ALL, Combinations.ALL);

  private CellKey() {}

  static boolean isCohort(String key) {
    return key.charAt(0) == COHORT;
  }

  /** True for the cell of one content. */
  static boolean isOne(String key) {
    return !isCohort(key) && !values(key).get(3).equals(Combinations.ALL);
  }

  static String of(PublishedContent content) {
    PublishedContent.About about = content.about();
    return contents(about.market(), about.model(), about.dealer(), content.contentId());
  }

  /** The content's own cell, and those of all contents it counts in. */
  static List<String> all(PublishedContent content) {
    String own = of(content);
    List<String> cells = around(own);
    cells.add(own);
    return cells;
  }

  /** The cells of all contents that a content's own cell counts in. */
  static List<String> around(String own) {
    List<String> cells = new ArrayList<>();
    for (List<String> about : Combinations.of(values(own).subList(0, 3))) {
      cells.add(contents(about.get(0), about.get(1), about.get(2), Combinations.ALL));
    }
    return cells;
  }

  /** The content last: it may hold any character. */
  private static String contents(String market, String model, String dealer, String content) {
    return CONTENTS + String.join(BETWEEN, market, model, dealer, content);
  }

  static List<String> cohorts(PublishedContent.Cohort cohort) {
    List<String> cells = new ArrayList<>();
    for (List<String> of : Combinations.of(List.of(cohort.market(), cohort.model()))) {
      cells.add(cohort(cohort.month(), of.get(0), of.get(1)));
    }
    return cells;
  }

  static String cohort(String month, String market, String model) {
    return COHORT + String.join(BETWEEN, month, market, model);
  }

  /** Market, model, dealer and content; or month, market and model. */
  static List<String> values(String key) {
    return List.of(key.substring(1).split(BETWEEN, isCohort(key) ? 3 : 4));
  }
}

package giro.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One question of persons on the page: what it means, pictures, and the numbers as tables.
 *
 * @param pictures none where nothing was counted
 * @param open tables that are always seen
 * @param caveat what is withheld or rounded; empty for nothing
 * @param hides true where rows were read, be they withheld
 * @param folded tables behind a fold
 */
record Section(
    Title title,
    List<Picture> pictures,
    List<TableView> open,
    String caveat,
    List<TableView> folded,
    boolean hides) {

  /**
   * What the section is about.
   *
   * @param id unique on the page
   * @param definition one line
   */
  record Title(String id, String name, String definition) {}

  /** A drawing and what it shows, in a sentence. */
  record Picture(String svg, String sentence) {}

  /** Nothing was counted, or the snapshot has no such table. */
  boolean isEmpty() {
    return isBare() && !hides;
  }

  /** There is something, and none of it may be shown. */
  boolean isHidden() {
    return isBare() && hides;
  }

  private boolean isBare() {
    return pictures.isEmpty() && open.isEmpty() && folded.isEmpty();
  }

  boolean hasFolded() {
    return !folded.isEmpty();
  }

  static Builder of(Title title) {
    return new Builder(title);
  }

  /** Collects what the section shows. */
  static final class Builder {
    private final Title title;
    private final List<Picture> pictures = new ArrayList<>();
    private final List<TableView> open = new ArrayList<>();
    private final List<TableView> folded = new ArrayList<>();
    private final List<String> caveats = new ArrayList<>();
    private boolean hides;

    private Builder(Title title) {
      this.title = title;
    }

    Builder picture(String svg, String sentence) {
      pictures.add(new Picture(svg, sentence));
      return this;
    }

    /** A table that is always seen; one without rows is left out. */
    Builder open(TableView table) {
      return add(open, table);
    }

    /** A table behind the fold; one without rows is left out. */
    Builder folded(TableView table) {
      return add(folded, table);
    }

    private Builder add(List<TableView> tables, TableView table) {
      if (!table.rows().isEmpty()) {
        tables.add(table);
      }
      return this;
    }

    /** What the section rests on: says how many of these rows are withheld or rounded. */
    Builder basis(TableRows rows) {
      return counted(rows).caveat(rows.marked().caveat());
    }

    /** Tells a section that may show nothing from one for which nothing was counted. */
    Builder counted(TableRows rows) {
      hides = hides || !rows.all().isEmpty();
      return this;
    }

    /** As {@link #basis(TableRows)} where the section rests on more than one table. */
    Builder basis(String what, TableRows rows) {
      counted(rows);
      String sentence = rows.marked().caveat();
      return caveat(sentence.isEmpty() ? "" : what + ": " + sentence);
    }

    Builder caveat(String sentence) {
      if (!sentence.isEmpty()) {
        caveats.add(sentence);
      }
      return this;
    }

    Section build() {
      return new Section(
          title,
          List.copyOf(pictures),
          List.copyOf(open),
          String.join(" ", caveats),
          List.copyOf(folded),
          hides);
    }
  }
}

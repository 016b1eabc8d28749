package giro.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page reads of the published tables of one run, whatever a reader may choose.
 *
 * @param choices what there is to choose from
 * @param tables by name; a table of all months has the rows of single months under its own name
 * @param sources what the figures rest on
 * @param rejected why rows were rejected, most frequent first
 */
public record PublishedNight(
    Choices choices,
    Map<String, SlicedRows> tables,
    List<SourceLine> sources,
    List<RejectedReason> rejected) {
  /** Keeps copies. */
  public PublishedNight {
    tables = Map.copyOf(tables);
    sources = List.copyOf(sources);
    rejected = List.copyOf(rejected);
  }

  /** The rows about one choice, table by table. */
  Questions questions(Slice slice) {
    Map<String, TableRows> rows = new HashMap<>();
    tables.forEach((name, sliced) -> rows.put(name, sliced.at(slice)));
    return new Questions(rows);
  }

  /** What the page shows of one choice. */
  public PageTables at(Slice slice) {
    return ReadPageTables.page(questions(slice), sources, rejected);
  }
}

package giro.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that the page reads of one published table, by what they are about. Every row stands as
 * it is published: none is added to another.
 *
 * @param bySlice rows of one market, model and month, or of all of them
 */
record SlicedRows(Map<Slice, TableRows> bySlice) {
  /** Keeps a copy. */
  SlicedRows {
    bySlice = Map.copyOf(bySlice);
  }

  static SlicedRows none() {
    return new SlicedRows(Map.of());
  }

  TableRows at(Slice slice) {
    return bySlice.getOrDefault(slice, TableRows.none());
  }

  /** Collects rows; those of single months of a series also stand for all months together. */
  static final class Builder {
    private final boolean isSeries;
    private final Map<Slice, List<PublishedRow>> rows = new HashMap<>();

    Builder(boolean isSeries) {
      this.isSeries = isSeries;
    }

    void add(Slice slice, PublishedRow row) {
      rows.computeIfAbsent(slice, key -> new ArrayList<>()).add(row);
      if (isSeries && !slice.equals(slice.overAllMonths())) {
        rows.computeIfAbsent(slice.overAllMonths(), key -> new ArrayList<>()).add(row);
      }
    }

    SlicedRows build() {
      Map<Slice, TableRows> bySlice = new HashMap<>();
      rows.forEach((slice, list) -> bySlice.put(slice, new TableRows(list)));
      return new SlicedRows(bySlice);
    }
  }
}

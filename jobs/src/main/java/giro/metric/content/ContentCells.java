package giro.metric.content;

import giro.metric.person.ContentReading;
import giro.metric.person.PublishedContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import scala.Tuple2;

/** Counts whole persons of one task into the cells of both tables. */
final class ContentCells {
  private static final double DAY = 86_400e6;

  private final Map<String, InfluenceCell> influence = new HashMap<>();
  private final Map<String, CohortCell> cohorts = new HashMap<>();

  /** A reader's lap in one cell. */
  private static final class Lap {
    int leads;
    Double hours;
    String stratum;
    boolean hasLead;

    /** A lap counts once in a cell, whatever it read there. */
    void read(ContentReading.Outcome outcome) {
      leads = Math.max(leads, outcome.leads());
      Double more = outcome.acquisitionHours();
      hours = hours == null || more != null && more > hours ? more : hours;
      if (outcome.isCompared()) {
        stratum = outcome.stratum();
        hasLead |= outcome.hasLead();
      }
    }
  }

  /** Pairs of a reader in one cohort. */
  private static final class ReadOfCohort {
    final Set<String> contents = new HashSet<>();
    boolean publishes;
  }

  InfluenceCell influence(String key) {
    return influence.computeIfAbsent(key, k -> new InfluenceCell());
  }

  private CohortCell cohort(String key) {
    return cohorts.computeIfAbsent(key, k -> new CohortCell());
  }

  /** All that one person published, and read of others. */
  void person(PersonContents person) {
    published(person.contents);
    List<ContentLink> read = person.fromStrangers();
    if (!read.isEmpty()) {
      influenced(read);
      ofCohorts(read, person.contents);
      entered(read);
    }
  }

  private void published(List<PublishedContent> contents) {
    Map<String, Set<Integer>> laps = new HashMap<>();
    Map<String, long[]> published = new HashMap<>();
    for (PublishedContent content : contents) {
      influence(CellKey.of(content)).content(content.reach());
      for (String cell : CellKey.cohorts(content.cohort())) {
        laps.computeIfAbsent(cell, c -> new HashSet<>()).add(content.lap());
        published.computeIfAbsent(cell, c -> new long[1])[0]++;
      }
    }
    laps.forEach((cell, own) -> cohort(cell).contents(published.get(cell)[0], own.size()));
  }

  private void influenced(List<ContentLink> read) {
    Map<String, Map<Integer, Lap>> byCell = new HashMap<>();
    for (ContentLink link : read) {
      for (String cell : CellKey.all(link.content())) {
        byCell
            .computeIfAbsent(cell, c -> new HashMap<>())
            .computeIfAbsent(link.reading().lap(), l -> new Lap())
            .read(link.reading().outcome());
      }
    }
    byCell.forEach(
        (key, laps) -> {
          InfluenceCell cell = influence(key);
          cell.reader();
          for (Lap lap : laps.values()) {
            cell.lap(lap.leads, lap.hours);
            if (lap.stratum != null) {
              cell.compared(lap.stratum, lap.hasLead);
            }
          }
        });
  }

  private void ofCohorts(List<ContentLink> read, List<PublishedContent> own) {
    long lastPublished =
        own.stream().mapToLong(PublishedContent::endsAt).max().orElse(Long.MIN_VALUE);
    Map<String, ReadOfCohort> byCell = new HashMap<>();
    for (ContentLink link : read) {
      for (String cell : CellKey.cohorts(link.content().cohort())) {
        ReadOfCohort of = byCell.computeIfAbsent(cell, c -> new ReadOfCohort());
        of.contents.add(link.content().contentId());
        of.publishes |= lastPublished > link.reading().at();
      }
    }
    byCell.forEach((key, of) -> cohort(key).reader(of.contents.size(), of.publishes));
  }

  /**
   * A lap entered through a content if its first moment touch is a ZMOT that reads it; others read
   * in that session share in the lap.
   */
  private void entered(List<ContentLink> read) {
    Map<Integer, List<ContentLink>> byLap = new HashMap<>();
    for (ContentLink link : read) {
      if (link.reading().entry() > 0) {
        byLap.computeIfAbsent(link.reading().lap(), l -> new ArrayList<>()).add(link);
      }
    }
    for (List<ContentLink> lap : byLap.values()) {
      if (lap.stream().anyMatch(link -> link.reading().entry() == 2)) {
        lap.forEach(link -> brought(link, 1.0 / lap.size()));
      }
    }
  }

  private void brought(ContentLink link, double share) {
    PublishedContent content = link.content();
    double days = Math.max(0, link.reading().openedAt() - content.at()) / DAY;
    List<String> cells = CellKey.cohorts(content.cohort());
    for (int i = 0; i < cells.size(); i++) {
      cohort(cells.get(i)).brought(content.author(), content.cohortLaps()[i], share, days);
    }
  }

  /** Every cell counted so far, packed, by its key. */
  Iterator<Tuple2<String, byte[]>> packed() {
    Stream<Tuple2<String, byte[]>> ofInfluence =
        influence.entrySet().stream().map(e -> new Tuple2<>(e.getKey(), e.getValue().packed()));
    Stream<Tuple2<String, byte[]>> ofCohorts =
        cohorts.entrySet().stream().map(e -> new Tuple2<>(e.getKey(), e.getValue().packed()));
    return Stream.concat(ofInfluence, ofCohorts).iterator();
  }
}

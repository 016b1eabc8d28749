package giro.publish;

import giro.lake.LakeFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Drops published nights that are too old, and what no reader can find by the pointer: folders of
 * runs that died or were replaced, and the pages of runs that are gone. To be run while no run is
 * at work. The pointer changes first, so that nobody is sent to what is being dropped.
 */
public final class DropAgedNights {
  private final LakeFiles files;
  private final String bi;
  private final String report;

  public DropAgedNights(LakeFiles files, String bi, String report) {
    this.files = files;
    this.bi = bi;
    this.report = report;
  }

  /**
   * @param nights that went from the pointer
   * @param folders of runs that went
   * @param pages that went
   */
  public record Dropped(int nights, int folders, int pages) {}

  /**
   * @param age counted from the latest night, which always stays; empty for any age
   * @param replacedBefore folders that the pointer does not name go if nothing was written to them
   *     since: a reader may still be on them
   */
  public Dropped drop(Optional<Duration> age, Instant replacedBefore) throws IOException {
    String place = bi + "/published.json";
    Optional<String> text = files.read(place);
    if (text.isEmpty()) {
      return new Dropped(0, 0, 0); // nothing says what readers may be on
    }
    Published before = Published.parse(text.get());
    Published now = before.without(night -> isOld(night, before.asOf(), age));
    int nights = before.earlier().size() - now.earlier().size();
    if (nights > 0) {
      files.replace(place, now.json());
    }
    Set<String> kept =
        Stream.concat(Stream.of(now.runId()), now.earlier().stream().map(Published.Night::runId))
            .collect(Collectors.toSet());
    return new Dropped(
        nights,
        dropAllBut(kept, "", bi + "/runs", replacedBefore),
        dropAllBut(kept, ".html", report, replacedBefore));
  }

  private static boolean isOld(Published.Night night, String latest, Optional<Duration> age) {
    return age.isPresent()
        && LocalDate.parse(night.asOf())
            .isBefore(LocalDate.parse(latest).minusDays(age.get().toDays()));
  }

  /** Those named after a run: a folder, or a page. */
  private int dropAllBut(Set<String> kept, String ending, String folder, Instant before)
      throws IOException {
    int dropped = 0;
    List<String> ofRuns =
        files.names(folder).stream()
            .filter(name -> name.startsWith("asof-") && name.endsWith(ending))
            .toList();
    for (String name : ofRuns) {
      String run = name.substring(0, name.length() - ending.length());
      Optional<Instant> written = files.written(folder + "/" + name);
      if (!kept.contains(run) && written.isPresent() && written.get().isBefore(before)) {
        files.delete(folder + "/" + name);
        dropped++;
      }
    }
    return dropped;
  }
}

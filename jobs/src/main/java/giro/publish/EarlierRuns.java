package giro.publish;

import giro.lake.LakeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was published before a run and goes when a person is forgotten: the difference between a
 * snapshot with the person and one without would tell of the person.
 */
public final class EarlierRuns {
  private final LakeFiles files;
  private final String bi;
  private final String report;

  public EarlierRuns(LakeFiles files, String bi, String report) {
    this.files = files;
    this.bi = bi;
    this.report = report;
  }

  /**
   * What goes.
   *
   * @param nights the nights that readers could still see, latest first
   * @param folders of runs and their pages
   * @param pointer the text of {@code published.json} without the earlier nights, by its place;
   *     empty where nothing was published
   */
  public record Gone(List<String> nights, List<String> folders, Map<String, String> pointer) {}

  /** All but one run, which is the published one or is published already in its place. */
  public Gone all(String runId) throws IOException {
    List<String> folders = new ArrayList<>();
    for (String run : files.names(bi + "/runs")) {
      if (!run.equals(runId)) {
        folders.add(bi + "/runs/" + run);
      }
    }
    for (String page : files.names(report)) {
      if (page.startsWith("asof-") && page.endsWith(".html") && !page.equals(runId + ".html")) {
        folders.add(report + "/" + page);
      }
    }
    Optional<String> text = files.read(bi + "/published.json");
    List<String> nights = new ArrayList<>();
    Map<String, String> pointer = new LinkedHashMap<>();
    if (text.isPresent()) {
      Published now = Published.parse(text.get());
      now.earlier().forEach(night -> nights.add(night.asOf()));
      Published alone =
          new Published(
              now.asOf(),
              now.runId(),
              now.publishedAt(),
              now.contractVersion(),
              now.tables(),
              List.of());
      pointer.put(bi + "/published.json", alone.json());
    }
    return new Gone(nights, folders, pointer);
  }
}

package giro.lake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import giro.model.table.Tables;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers where every table stood when a run began, so that the next run can undo one that died.
 * The mark goes away only after the run has published.
 */
public final class InFlight {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Lake lake;
  private final LakeFiles files;
  private final String path;

  public InFlight(Lake lake, LakeFiles files) {
    this.lake = lake;
    this.files = files;
    this.path = lake.root() + "/_giro/in_flight.json";
  }

  /**
   * Brings the tables back to where an unfinished run began; true where there was one. An exchange
   * of tables that did not end is ended first, and a lake of an older layout is brought up last.
   *
   * @throws LakeLayout.Unlike before anything is changed, where this Giro cannot use the lake
   */
  public boolean recover() throws IOException {
    LakeLayout.check(files, lake.root());
    new Exchange(lake, files).complete();
    Optional<String> mark = files.read(path);
    if (mark.isPresent()) {
      undo(mark.get());
    }
    new LakeLayout(lake, files).upgrade();
    return mark.isPresent();
  }

  private void undo(String mark) throws IOException {
    Map<String, Long> versions = JSON.readValue(mark, new TypeReference<Map<String, Long>>() {});
    lake.restore(Tables.lake(), versions);
    files.delete(path);
  }

  /** True while a run is at work, and after one that died. */
  public boolean isMarked() throws IOException {
    return files.read(path).isPresent() || new Exchange(lake, files).isMarked();
  }

  /** Marks the beginning of a run. */
  public void begin() throws IOException {
    files.replace(path, JSON.writeValueAsString(lake.versions(Tables.lake())));
  }

  /** The run is complete and published. */
  public void end() throws IOException {
    files.delete(path);
  }
}

package giro.lake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts tables that were written aside in the place of a lake's own, folder by folder, so that
 * nothing of the old ones is left: no row, no log, no statistics, no file of an earlier version.
 *
 * <p>What is to be done is written down first, in one file. Until then the lake is as it was, and
 * what stands aside is dropped by the next command. From then on it will be done: every step may be
 * taken again, and the next command takes those that are left.
 */
public final class Exchange {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Lake lake;
  private final LakeFiles files;
  private final String aside;
  private final String mark;

  public Exchange(Lake lake, LakeFiles files) {
    this.lake = lake;
    this.files = files;
    this.aside = lake.root() + "/_giro/exchange";
    this.mark = lake.root() + "/_giro/exchange.json";
  }

  /**
   * What is to be done; it holds names of places and texts to write, so no value of a person.
   *
   * @param tables names of the tables that stand aside
   * @param deletes files and folders that go
   * @param writes whole texts of files by their place, written last
   */
  public record Plan(
      @JsonProperty("tables") List<String> tables,
      @JsonProperty("deletes") List<String> deletes,
      @JsonProperty("writes") Map<String, String> writes) {}

  /** Root of the lake in which the new tables are written. */
  public String aside() {
    return aside;
  }

  /** Does what the plan says, or has the next command do what is left of it. */
  public void commit(Plan plan) throws IOException {
    files.replace(mark, JSON.writeValueAsString(plan));
    complete();
  }

  /** Ends an exchange that died: completed where it was written down, else dropped. */
  public void complete() throws IOException {
    Optional<String> planned = files.read(mark);
    if (planned.isEmpty()) {
      files.delete(aside);
      return;
    }
    Plan plan = JSON.readValue(planned.get(), Plan.class);
    for (String table : plan.tables()) {
      String next = aside + "/" + table;
      String place = lake.root() + "/" + table;
      if (files.exists(next)) {
        files.delete(place);
        files.place(next, place);
      }
    }
    // From here on nothing may be placed again: on an object store the next step empties it.
    Plan rest = new Plan(List.of(), plan.deletes(), new LinkedHashMap<>(plan.writes()));
    files.replace(mark, JSON.writeValueAsString(rest));
    files.delete(aside);
    lake.reopen();
    for (String gone : plan.deletes()) {
      files.delete(gone);
    }
    for (Map.Entry<String, String> text : plan.writes().entrySet()) {
      files.replace(text.getKey(), text.getValue());
    }
    files.delete(mark);
  }

  /** True where one was written down and has not ended. */
  boolean isMarked() throws IOException {
    return files.exists(mark);
  }
}

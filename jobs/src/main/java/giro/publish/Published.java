package giro.publish;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The pointer that readers resolve first: the latest night's run, where its tables are, and the
 * earlier nights that are still kept.
 *
 * @param contractVersion see {@link giro.model.table.ContractVersion}; null in a pointer of before
 *     there was one
 */
public record Published(
    @JsonProperty("as_of") String asOf,
    @JsonProperty("run_id") String runId,
    @JsonProperty("published_at") String publishedAt,
    @JsonProperty("contract_version") String contractVersion,
    @JsonProperty("tables") Map<String, PublishedTable> tables,
    @JsonProperty("earlier") List<Night> earlier) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** One table of a run; path relative to the BI folder. */
  public record PublishedTable(
      @JsonProperty("path") String path,
      @JsonProperty("files") List<String> files,
      @JsonProperty("rows") long rows,
      @JsonProperty("columns") List<String> columns) {}

  /** One published night. */
  public record Night(
      @JsonProperty("as_of") String asOf,
      @JsonProperty("run_id") String runId,
      @JsonProperty("published_at") String publishedAt) {}

  /** A comment that says of which night statements are. */
  String title() {
    return "-- night of " + asOf + ", run " + runId + "\n";
  }

  /** The BI folder from wherever a reader stands. */
  static String root(String bi) {
    return bi.contains("://") ? bi : Path.of(bi).toAbsolutePath().normalize().toString();
  }

  static Published parse(String json) throws IOException {
    return JSON.readValue(json, Published.class);
  }

  String json() throws IOException {
    return JSON.writeValueAsString(this);
  }

  /** Without the earlier nights of a kind; the latest stays. */
  Published without(Predicate<Night> kind) {
    List<Night> kept = earlier.stream().filter(kind.negate()).toList();
    return new Published(asOf, runId, publishedAt, contractVersion, tables, kept);
  }

  Night night() {
    return new Night(asOf, runId, publishedAt);
  }

  /**
   * The pointer after {@code next} was published: it names the latest night, and a night that was
   * run again takes the place of its former run.
   *
   * @param keep how many nights stay readable in all
   */
  Published with(Published next, int keep) {
    boolean isLatest = next.asOf.compareTo(asOf) >= 0;
    Published top = isLatest ? next : this;
    List<Night> nights = new ArrayList<>(earlier);
    nights.add(isLatest ? night() : next.night());
    nights.removeIf(
        n ->
            n.asOf().equals(top.asOf)
                || (n.asOf().equals(next.asOf) && !n.runId().equals(next.runId)));
    nights.sort(Comparator.comparing(Night::asOf).reversed());
    List<Night> kept = nights.subList(0, Math.min(nights.size(), Math.max(0, keep - 1)));
    return new Published(
        top.asOf, top.runId, top.publishedAt, top.contractVersion, top.tables, List.copyOf(kept));
  }
}

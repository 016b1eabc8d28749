package giro.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an erasure did, for whoever has to prove it: never an identifier, a hash, an event or a
 * person id.
 *
 * @param state done, or nothing_found where no row was known by the identifiers
 * @param kinds kinds of the identifiers that were named
 * @param persons how many persons they stood for
 * @param suppressed identifiers by kind that no landing file can bring back
 * @param rowsRemoved rows that went, by table
 * @param touchesOfOthers touches of other people that stay, less an identifier of this one
 * @param filesDropped files of the lake that held the tables before, logs included
 * @param publishedRun the run that was published without the person; null where none was
 * @param nightsDropped earlier nights that are no longer published
 * @param landingFiles landing files that still hold rows of the person
 * @param isLandingRead false where the landing zone was not there to look into
 */
@JsonPropertyOrder({"receipt_id", "state", "at", "by", "because"})
record ForgetReceipt(
    @JsonProperty("receipt_id") String id,
    @JsonProperty("state") String state,
    @JsonProperty("at") String at,
    @JsonProperty("by") String by,
    @JsonProperty("because") String reason,
    @JsonProperty("key_id") int keyId,
    @JsonProperty("kinds") List<String> kinds,
    @JsonProperty("persons") int persons,
    @JsonProperty("suppressed") Map<String, Long> suppressed,
    @JsonProperty("rows_removed") Map<String, Long> rowsRemoved,
    @JsonProperty("touches_of_others") long touchesOfOthers,
    @JsonProperty("files_dropped") long filesDropped,
    @JsonProperty("published_run") String publishedRun,
    @JsonProperty("nights_dropped") List<String> nightsDropped,
    @JsonProperty("landing_files") List<String> landingFiles,
    @JsonProperty("is_landing_read") boolean isLandingRead) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A receipt could not be written as JSON", e);
    }
  }

  void print(Output output) {
    long touches = rowsRemoved.getOrDefault("touches", 0L);
    long kept = suppressed.values().stream().mapToLong(n -> n).sum();
    output.text(
        state.equals("done")
            ? String.format(
                Locale.ROOT,
                "Forgotten: %,d person%s with %,d touches; %,d touches of others stay without an"
                    + " identifier that was theirs.",
                persons,
                persons == 1 ? "" : "s",
                touches,
                touchesOfOthers)
            : "Nothing to forget: no row is known by what was named.");
    output.text(
        String.format(
            Locale.ROOT,
            "Suppressed: %,d identifiers, which later landing files cannot bring back.",
            kept));
    if (publishedRun != null) {
      output.text(
          "Published again as "
              + publishedRun
              + (nightsDropped.isEmpty()
                  ? "; no earlier night was published."
                  : "; not published any more: " + String.join(", ", nightsDropped)));
    }
    output.text(
        landingFiles.isEmpty()
            ? isLandingRead
                ? "No landing file holds a row of theirs."
                : "The landing zone was not there to look into."
            : "Landing files belong to their owner; these still hold rows of theirs: "
                + String.join(", ", landingFiles));
    output.text("Receipt: _giro/receipts/" + id + ".json in the lake");
    output.result(JSON.convertValue(this, new TypeReference<Map<String, Object>>() {}));
  }
}

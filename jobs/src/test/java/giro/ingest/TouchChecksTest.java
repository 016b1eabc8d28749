package giro.ingest;

import static giro.ingest.MadeUpSource.FILE;
import static giro.ingest.MadeUpSource.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why a row in the common touch form is no touch. The folder is that of 30 June 2026. */
class TouchChecksTest {
  private static final IngestSettings SETTINGS = MadeUpSource.settings(Map.of());

  @Test
  void aSoundRowHasNoReason() throws JsonProcessingException {
    assertThat(reason("{}")).isNull();
  }

  @Test
  void whatIsRequiredMustBeThere() throws JsonProcessingException {
    assertThat(reason("{\"event_id\": null}")).isEqualTo(Reasons.MISSING_EVENT_ID);
    assertThat(reason("{\"event_type\": \"  \"}")).isEqualTo(Reasons.MISSING_EVENT_TYPE);
    assertThat(reason("{\"occurred_at\": \"\"}")).isEqualTo(Reasons.MISSING_OCCURRED_AT);
    assertThat(reason("{\"identifiers\": {}}")).isEqualTo(Reasons.MISSING_IDENTIFIERS);
    assertThat(reason("{\"identifiers\": {\"login\": \" \"}}"))
        .isEqualTo(Reasons.MISSING_IDENTIFIERS);
  }

  @Test
  void aValueOfAnotherTypeIsNotGuessedAt() throws JsonProcessingException {
    assertThat(reason("{\"event_id\": {\"a\": 1}}")).isEqualTo(Reasons.WRONG_TYPE);
    assertThat(reason("{\"event_type\": [\"a\", \"b\"]}")).isEqualTo(Reasons.WRONG_TYPE);
    assertThat(reason("{\"identifiers\": \"ana\"}")).isEqualTo(Reasons.WRONG_TYPE);
    assertThat(reason("{\"attributes\": 7}")).isEqualTo(Reasons.WRONG_TYPE);
    assertThat(reason("{\"occurred_at\": 1782000000}")).isEqualTo(Reasons.BAD_OCCURRED_AT);
    assertThat(reason("{\"rating\": \"five\"}")).isEqualTo(Reasons.BAD_NUMBER);
    assertThat(reason("{\"amount\": 1e999}")).isEqualTo(Reasons.BAD_NUMBER);
    assertThat(reason("{\"reach\": -5}")).isEqualTo(Reasons.BAD_NUMBER);
    assertThat(reason("{\"reach\": 99999999999999999999}")).isEqualTo(Reasons.BAD_NUMBER);
  }

  @Test
  void theMarkOfTotalsIsNoMarket() throws JsonProcessingException {
    assertThat(reason("{\"market\": \"(all)\"}")).isEqualTo(Reasons.RESERVED_VALUE);
    assertThat(reason("{\"attributes\": {\"lead_origin\": \"(all)\"}}"))
        .isEqualTo(Reasons.RESERVED_VALUE);
  }

  @Test
  void aTimeMustBeOfOurOwnDays() throws JsonProcessingException {
    assertThat(reason("{\"occurred_at\": \"1900-01-01\"}")).isEqualTo(Reasons.OCCURRED_TOO_EARLY);
    assertThat(reason("{\"occurred_at\": \"9999-12-31T23:59:59Z\"}"))
        .isEqualTo(Reasons.OCCURRED_TOO_LATE);
    assertThat(reason("{\"occurred_at\": \"+999999999-12-31T23:59:59Z\"}"))
        .isEqualTo(Reasons.BAD_OCCURRED_AT);
    assertThat(reason("{\"occurred_at\": \"2027-07-01T23:59:59Z\"}"))
        .as("a clock that runs ahead waits for its day")
        .isNull();
  }

  @Test
  void aFieldOfTenMegabytesCostsItsRow() throws JsonProcessingException {
    String huge = "x".repeat(10 << 20);
    assertThat(reason("{\"model\": \"" + huge + "\"}")).isEqualTo(Reasons.FIELD_TOO_LONG);
    assertThat(reason("{\"attributes\": {\"topic\": \"" + huge + "\"}}"))
        .isEqualTo(Reasons.FIELD_TOO_LONG);
  }

  @Test
  void aStringFieldHoldsNoObjectAndNoArray() throws JsonProcessingException {
    for (String field : List.of("market", "model", "vin", "content_id", "consent", "topic")) {
      assertThat(reason("{\"" + field + "\": {\"a\": \"b\"}}"))
          .as(field)
          .isEqualTo(Reasons.WRONG_TYPE);
      assertThat(reason("{\"" + field + "\": [1]}")).as(field).isEqualTo(Reasons.WRONG_TYPE);
    }
    assertThat(reason("{\"topic\": \"[news] {June}\"}")).as("a text like any other").isNull();
    assertThat(reason("{\"market\": 7}")).isNull();
  }

  @Test
  void aNameLikeAReasonIsANameLikeAnyOther() throws JsonProcessingException {
    assertThat(reason("{\"identifiers\": {\"wrong_type\": \"1\"}}")).isNull();
    assertThat(reason("{\"identifiers\": {\"wrong_type\": \"\", \"login\": \"ana\"}}")).isNull();
    assertThat(reason("{\"attributes\": {\"wrong_type\": \"\"}}")).isNull();
  }

  @Test
  void anIdentifierThatHoldsItsValueAsItsNameIsNone() throws JsonProcessingException {
    for (String name : List.of("ana@x.it", "+39 333 1234567", "vf7sc9hxc12345678", "", "Ana R.")) {
      assertThat(reason("{\"identifiers\": {\"" + name + "\": \"1\"}}"))
          .as(name)
          .isEqualTo(Reasons.MISSING_IDENTIFIERS);
    }
    assertThat(reason("{\"identifiers\": {\"ana@x.it\": \"1\", \"login\": \"ana\"}}")).isNull();
    assertThat(reason("{\"identifiers\": {\" Login \": \"ana\"}}")).isNull();
  }

  @Test
  void aFieldsLengthIsCountedInBytes() throws JsonProcessingException {
    assertThat(reason("{\"model\": \"" + "è".repeat(32_768) + "\"}")).isNull();
    assertThat(reason("{\"model\": \"" + "è".repeat(32_769) + "\"}"))
        .isEqualTo(Reasons.FIELD_TOO_LONG);
    assertThat(reason("{\"identifiers\": {\"login\": \"" + "車".repeat(21_846) + "\"}}"))
        .isEqualTo(Reasons.FIELD_TOO_LONG);
  }

  /** The reason of a sound row after {@code changes} to its fields. */
  private static String reason(String changes) throws JsonProcessingException {
    JsonMapper json = JsonMapper.builder().build();
    ObjectNode row =
        (ObjectNode)
            json.readTree(
                """
                {"event_id": "e1", "event_type": "page_view", "rating": 4,
                 "occurred_at": "2026-06-30T10:00:00Z", "identifiers": {"login": "ana"}}""");
    row.setAll((ObjectNode) json.readTree(changes));
    MappedRow mapped = new MappedRow(FieldMapping.of(null, WEB));
    mapped.read(FILE, RawRow.of(1, 1, null, new JsonFields(row)));
    return new TouchChecks(SETTINGS).reason(mapped);
  }
}

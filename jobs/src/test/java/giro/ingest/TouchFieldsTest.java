package giro.ingest;

import static giro.ingest.MadeUpSource.FILE;
import static giro.ingest.MadeUpSource.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import giro.model.table.Touches;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What of a sound row gets into a table: no raw identifier, whatever field it stands in. */
class TouchFieldsTest {
  private static final IngestSettings SETTINGS =
      MadeUpSource.settings(Map.of("login", List.of("^nobody$")));

  @Test
  void aKindIsNeverARawValue() throws JsonProcessingException {
    Row touch =
        touch("{\"identifiers\": {\"ana@x.it\": \"1\", \"Login\": \"ana\", \"crm\": \"7\"}}");
    List<Row> identifiers = List.of((Row[]) touch.get(column(Touches.IDENTIFIERS)));
    assertThat(identifiers).extracting(each -> each.getString(0)).containsExactly("crm", "login");
    assertThat(touch.toString()).doesNotContain("ana@x.it");
  }

  @Test
  void whatLinksNobodyIsCountedByKindAndReason() throws JsonProcessingException {
    Row touch =
        touch(
            """
            {"identifiers": {"login": "nobody", "email": "no mail", "phone": "12", "crm": "7"}}""");
    List<Row> refused = List.of((Row[]) touch.get(column(Touches.REFUSED_IDENTIFIERS)));
    assertThat(refused)
        .extracting(each -> each.getString(0) + " " + each.getString(1))
        .containsExactly("email failed_form", "login blocked", "phone failed_form");
    assertThat(touch("{}").get(column(Touches.REFUSED_IDENTIFIERS))).isNull();
  }

  @Test
  void textShapedLikeAnIdentifierIsMaskedInEveryFreeField() throws JsonProcessingException {
    for (String field :
        List.of(
            Touches.EVENT_TYPE,
            Touches.CHANNEL,
            Touches.DEPARTMENT,
            Touches.MARKET,
            Touches.MODEL,
            Touches.VEHICLE_TYPE,
            Touches.CAMPAIGN,
            Touches.DEVICE,
            Touches.ACQUISITION_KIND,
            Touches.CUSTOMER_TYPE,
            Touches.TOPIC,
            Touches.CURRENCY,
            Touches.CONSENT)) {
      for (String secret : List.of("ana@x.it", "+39 333 1234567", "vf7sc9hxc12345678")) {
        Row touch = touch("{\"" + field + "\": \"" + secret + "\"}");
        assertThat(touch.getString(column(field))).as(field).contains("#").doesNotContain(secret);
      }
    }
  }

  @Test
  void anIdMayBeALongNumberButNoEmail() throws JsonProcessingException {
    for (String field : List.of(Touches.CONTENT_ID, Touches.IN_REPLY_TO, Touches.DEALER_ID)) {
      assertThat(touch("{\"" + field + "\": \"3331234567\"}").getString(column(field)))
          .isEqualTo("3331234567");
      assertThat(touch("{\"" + field + "\": \"ana@x.it\"}").getString(column(field)))
          .as(field)
          .startsWith("email#");
    }
  }

  @Test
  void aReceivedTimeOutsideTheCalendarIsLeftOut() throws JsonProcessingException {
    for (String none :
        List.of("0001-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "+10000-01-01T00:00:00Z")) {
      assertThat(touch("{\"received_at\": \"" + none + "\"}").get(column(Touches.RECEIVED_AT)))
          .as(none)
          .isNull();
    }
    assertThat(touch("{\"received_at\": \"1999-12-31\"}").get(column(Touches.RECEIVED_AT)))
        .isEqualTo(java.sql.Timestamp.from(java.time.Instant.parse("1999-12-31T00:00:00Z")));
  }

  private static int column(String name) {
    return ReadLanding.schema().fieldIndex(name);
  }

  /** The touch of a sound row after {@code changes} to its fields. */
  private static Row touch(String changes) throws JsonProcessingException {
    JsonMapper json = JsonMapper.builder().build();
    ObjectNode row =
        (ObjectNode)
            json.readTree(
                """
                {"event_id": "e1", "event_type": "page_view",
                 "occurred_at": "2026-06-30T10:00:00Z", "identifiers": {"login": "ana"}}""");
    row.setAll((ObjectNode) json.readTree(changes));
    MappedRow mapped = new MappedRow(FieldMapping.of(null, WEB));
    mapped.read(FILE, RawRow.of(1, 1, null, new JsonFields(row)));
    KeyedHash hash = new KeyedHash("a key of the tests");
    return new TouchFields(
            WEB, new IdentifierForms(SETTINGS), hash, new Masking(hash), 1, "run of the tests")
        .row(mapped, null);
  }
}

package giro.lake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import giro.model.table.TableContract;
import giro.model.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * How a lake is laid out, written in {@code _giro/layout.json}: a number that is raised whenever an
 * older Giro would misread the lake, and a fingerprint of all columns. A lake without the file is
 * of layout 1, which had none.
 *
 * <p>An older lake is brought up by the first command that writes to it: columns that its tables do
 * not have yet are added, null for the rows there are until a rebuild derives them again.
 */
public final class LakeLayout {
  static final int CURRENT = 1;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Lake lake;
  private final LakeFiles files;

  public LakeLayout(Lake lake, LakeFiles files) {
    this.lake = lake;
    this.files = files;
  }

  /** The lake is not one that this Giro can use; the user's to decide how to go on. */
  public static final class Unlike extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unlike(String message) {
      super(message);
    }
  }

  private record Written(
      @JsonProperty("layout") int layout, @JsonProperty("columns") String columns) {}

  /**
   * Refuses a lake that a newer Giro wrote; reads one small file.
   *
   * @throws Unlike saying which layout it has
   */
  public static void check(LakeFiles files, String root) throws IOException {
    read(files, root);
  }

  private static Optional<Written> read(LakeFiles files, String root) throws IOException {
    Optional<String> text = files.read(place(root));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Written written = JSON.readValue(text.get(), Written.class);
    if (written.layout() > CURRENT) {
      throw new Unlike(
          "The lake "
              + root
              + " has layout "
              + written.layout()
              + ", written by a newer Giro; this one knows layouts up to "
              + CURRENT
              + ". Go on with the newer Giro, or set giro.lake to another place.");
    }
    return Optional.of(written);
  }

  /**
   * Brings an older lake up to this Giro's tables; to be called under the lock. Taken again, a half
   * upgrade is completed.
   *
   * @return the tables that got columns
   * @throws Unlike where a column holds another type than this Giro writes
   */
  public List<String> upgrade() throws IOException {
    Written now = new Written(CURRENT, fingerprint());
    if (read(files, lake.root()).filter(now::equals).isPresent()) {
      return List.of();
    }
    List<TableContract> behind = new ArrayList<>();
    for (TableContract table : Tables.lake()) {
      if (lake.exists(table) && isBehind(table, lake.storedSchema(table))) {
        behind.add(table);
      }
    }
    behind.forEach(lake::addMissingColumns);
    files.replace(place(lake.root()), JSON.writeValueAsString(now));
    return behind.stream().map(TableContract::name).toList();
  }

  private boolean isBehind(TableContract table, StructType stored) {
    Map<String, DataType> types = new TreeMap<>();
    for (StructField field : stored.fields()) {
      types.put(field.name(), field.dataType());
    }
    boolean isBehind = false;
    for (StructField field : table.schema().fields()) {
      DataType type = types.get(field.name());
      isBehind |= type == null;
      if (type != null && !DataType.equalsStructurally(type, field.dataType(), true)) {
        throw new Unlike(
            "The lake %s holds %s.%s as %s where this Giro writes %s; go on with the Giro that wrote it, or set giro.lake to another place and load the landing zone there."
                .formatted(
                    lake.root(),
                    table.name(),
                    field.name(),
                    type.simpleString(),
                    field.dataType().simpleString()));
      }
    }
    return isBehind;
  }

  private static String fingerprint() {
    StringBuilder columns = new StringBuilder();
    for (TableContract table : Tables.lake()) {
      columns.append(table.name()).append(' ').append(table.schema().catalogString()).append('\n');
    }
    try {
      byte[] bytes = columns.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String place(String root) {
    return root + "/_giro/layout.json";
  }
}

package giro.ingest;

import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Normal forms and keyed hashes as column functions. They are functions of our own because a MAC
 * with a key, a numbering plan and a mask have no counterpart in SQL, and so that raw values stay
 * in one place.
 */
final class HideIdentifiers {
  private static final DataType HASHES = DataType.fromDDL("array<struct<kind:string,hash:string>>");
  private static final DataType TEXTS = DataType.fromDDL("map<string,string>");

  private final UserDefinedFunction identifiers;
  private final UserDefinedFunction vin;
  private final UserDefinedFunction vinOf;
  private final UserDefinedFunction masked;
  private final UserDefinedFunction attributes;

  HideIdentifiers(IngestSettings ingest, PrivacySettings privacy, Set<String> allowed) {
    Hiding hiding = new Hiding(ingest, privacy.key(), Set.copyOf(allowed));
    UDF2<scala.collection.Map<String, String>, String, Row[]> hashes = hiding::hashes;
    UDF2<String, String, String> car = hiding::car;
    UDF1<scala.collection.Seq<Row>, String> carOf = Hiding::carOf;
    UDF1<String, String> mask = hiding::mask;
    UDF1<scala.collection.Map<String, String>, scala.collection.Map<String, String>> allow =
        hiding::allowed;
    identifiers = udf(hashes, HASHES);
    vin = udf(car, DataTypes.StringType);
    vinOf = udf(carOf, DataTypes.StringType);
    masked = udf(mask, DataTypes.StringType);
    attributes = udf(allow, TEXTS);
  }

  Column identifiers(Column texts, Column market) {
    return identifiers.apply(texts, market);
  }

  Column vin(Column text, Column market) {
    return vin.apply(text, market);
  }

  /** The hash of the VIN among the identifiers, or null. */
  Column vinOf(Column hashes) {
    return vinOf.apply(hashes);
  }

  Column masked(Column text) {
    return masked.apply(text);
  }

  Column attributes(Column texts) {
    return attributes.apply(texts);
  }

  /** The functions themselves; forms and key are built once on each executor. */
  private static final class Hiding implements Serializable {
    private static final long serialVersionUID = 1L;
    private final IngestSettings ingest;
    private final String key;
    private final Set<String> allowed;
    private transient ThreadLocal<Tools> tools;

    private record Tools(IdentifierForms forms, KeyedHash hash, Masking masking) {}

    Hiding(IngestSettings ingest, String key, Set<String> allowed) {
      this.ingest = ingest;
      this.key = key;
      this.allowed = allowed;
    }

    private synchronized ThreadLocal<Tools> all() {
      if (tools == null) {
        tools =
            ThreadLocal.withInitial(
                () -> {
                  KeyedHash hash = new KeyedHash(key);
                  return new Tools(new IdentifierForms(ingest), hash, new Masking(hash));
                });
      }
      return tools;
    }

    private Tools tools() {
      ThreadLocal<Tools> local = tools;
      return (local == null ? all() : local).get();
    }

    Row[] hashes(scala.collection.Map<String, String> texts, String market) {
      List<Row> hashes = new ArrayList<>(4);
      if (texts == null) {
        return new Row[0];
      }
      Map<String, String> sorted = new TreeMap<>(CollectionConverters.asJava(texts));
      sorted.forEach(
          (kind, value) -> {
            String form = tools().forms().normal(kind, value, market);
            if (form != null) {
              hashes.add(RowFactory.create(kind, tools().hash().of(kind, form)));
            }
          });
      return hashes.toArray(Row[]::new);
    }

    /** A car's number that fails its form still names a car; as an identifier it would not link. */
    String car(String vin, String market) {
      if (vin == null) {
        return null;
      }
      String form = tools().forms().normal("vin", vin, market);
      return tools().hash().of("vin", form == null ? vin.strip().toUpperCase(Locale.ROOT) : form);
    }

    static String carOf(scala.collection.Seq<Row> hashes) {
      for (Row identifier : CollectionConverters.asJava(hashes)) {
        if ("vin".equals(identifier.getString(0))) {
          return identifier.getString(1);
        }
      }
      return null;
    }

    String mask(String text) {
      return tools().masking().mask(text);
    }

    scala.collection.Map<String, String> allowed(scala.collection.Map<String, String> texts) {
      Map<String, String> kept = new TreeMap<>();
      if (texts != null) {
        CollectionConverters.asJava(texts)
            .forEach(
                (name, value) -> {
                  if (value != null && allowed.contains(name)) {
                    kept.put(name, tools().masking().mask(value));
                  }
                });
      }
      return CollectionConverters.asScala(kept);
    }
  }
}

package giro.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;

/**
 * What expressions of a mapping may call beside Spark's own functions.
 *
 * <ul>
 *   <li>{@code sentiment_of(text, language)}: see {@link Lexicon}.
 *   <li>{@code item_of(list, field, value)}: of a list of objects, the first whose field has that
 *       value, as JSON for {@code get_json_object}.
 *   <li>{@code param_of(list, key)}: of a list of {@code {key, value}}, the value under a key;
 *       where it is an object with one member a type, as BigQuery exports them, the member that is
 *       not null.
 *   <li>{@code market_of(country)}: the two letters of a country given by two or three letters or
 *       by its English name.
 * </ul>
 *
 * All are null where there is nothing to find.
 */
final class MappingFunctions {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final UDF2<String, String, Double> SENTIMENT = Lexicon::sentiment;
  private static final UDF3<String, String, String, String> ITEM = MappingFunctions::item;
  private static final UDF2<String, String, String> PARAM = MappingFunctions::param;
  private static final UDF1<String, String> MARKET = CountryCodes::market;

  private MappingFunctions() {}

  static void register(SparkSession spark) {
    spark.udf().register("sentiment_of", SENTIMENT, DataTypes.DoubleType);
    spark.udf().register("item_of", ITEM, DataTypes.StringType);
    spark.udf().register("param_of", PARAM, DataTypes.StringType);
    spark.udf().register("market_of", MARKET, DataTypes.StringType);
  }

  static String item(String list, String field, String value) {
    JsonNode found = find(list, field, value);
    return found == null ? null : found.toString();
  }

  static String param(String list, String key) {
    JsonNode entry = find(list, "key", key);
    JsonNode value = entry == null ? null : entry.get("value");
    if (value != null && value.isObject()) {
      value = firstGiven(value);
    }
    return value == null || value.isNull() ? null : text(value);
  }

  private static JsonNode firstGiven(JsonNode value) {
    for (JsonNode member : value) {
      if (!member.isNull()) {
        return member;
      }
    }
    return null;
  }

  private static JsonNode find(String list, String field, String value) {
    if (list == null || field == null || value == null || !list.startsWith("[")) {
      return null;
    }
    for (JsonNode item : parsed(list)) {
      JsonNode own = item.get(field);
      if (own != null && value.equals(text(own))) {
        return item;
      }
    }
    return null;
  }

  private static JsonNode parsed(String list) {
    try {
      return JSON.readTree(list);
    } catch (JsonProcessingException e) {
      return JSON.createArrayNode(); // a text that only looks like a list has no items
    }
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}

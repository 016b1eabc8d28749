package giro.moment;

import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParseException;

/** Spark's own words about an expression, in one line, without codes, plans or traces. */
final class SparkMessage {

  private SparkMessage() {}

  static String of(Throwable e) {
    String place = "";
    String text = String.valueOf(e.getMessage());
    if (e instanceof ParseException parse) {
      int at = text.indexOf("== SQL ==");
      text = at < 0 ? text : text.substring(0, at);
      place = placeOf(parse);
    } else if (e instanceof AnalysisException analysis) {
      text = analysis.getSimpleMessage();
    }
    text = text.replaceAll("\\[[A-Z_.]+\\]\\s*", "");
    text = text.replaceAll("\\(line \\d+, pos \\d+\\)", "");
    text = text.replaceAll("SQLSTATE: \\w+[.;]?", "").replaceAll(";? line \\d+ pos \\d+", "");
    text = text.replaceAll("Please, refer to \\S+ for a fix\\.", "");
    return text.replaceAll("\\s+", " ").replaceAll("[\\s.;]+$", "").strip() + place;
  }

  private static String placeOf(ParseException e) {
    if (e.start() == null || e.start().startPosition().isEmpty()) {
      return "";
    }
    int position = (Integer) e.start().startPosition().get();
    return " (at character " + (position + 1) + " of the condition)";
  }
}

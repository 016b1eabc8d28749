package giro.config;

import giro.moment.Conditions;

/** A key whose value is a condition in Spark SQL. */
final class ConditionText {

  private ConditionText() {}

  /** The condition; its problems, if any, are said. */
  static String read(Section section, String key, Conditions conditions) {
    String sql = section.words(key);
    if (!sql.isBlank()) {
      conditions.judge(sql).problems().forEach(problem -> section.problem(key, problem));
    }
    return sql;
  }

  /** An expression that only has to parse, since its columns are not known yet. */
  static void checkSyntax(Section section, String key, String sql) {
    Conditions.syntaxProblem(sql).ifPresent(problem -> section.problem(key, problem));
  }
}

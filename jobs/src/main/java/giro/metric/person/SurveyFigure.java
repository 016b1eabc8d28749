package giro.metric.person;

import java.util.Locale;

/** What surveys ask for that has a mean in {@link Experience}. */
enum SurveyFigure {
  CSAT,
  EXPECTED_EMPATHY,
  PERCEIVED_EMPATHY,
  EXPECTED_TRUST,
  PERCEIVED_TRUST;

  /** The attribute of the survey, and the column. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The answer; null where there is none. Of satisfaction, the survey's stars will do. */
  Double of(Touch survey) {
    Double answer = survey.number(column());
    return answer == null && this == CSAT ? survey.rating : answer;
  }
}

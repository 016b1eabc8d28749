package giro.metric.person;

import giro.model.measure.Interval;
import java.io.Serializable;

/**
 * What a touch says about how its person felt, from -1 to 1: stars first (1 to 5 come to -1, -0.5,
 * 0, 0.5, 1; the satisfaction of a survey where it has no stars), then sentiment; null where it
 * says nothing.
 */
final class Feeling implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double MIDDLE = 3;
  private static final double HALF = 2;

  private final ExperienceSettings settings;

  Feeling(ExperienceSettings settings) {
    this.settings = settings;
  }

  /** What the touch itself says. */
  static Double of(Touch touch) {
    Double stars = touch.rating == null ? SurveyFigure.CSAT.of(touch) : touch.rating;
    return stars == null ? touch.sentiment : ofStars(stars);
  }

  /** Null for null. */
  static Double ofStars(Double stars) {
    return stars == null ? null : (Double) ((stars - MIDDLE) / HALF);
  }

  boolean isPositive(Double feeling) {
    return feeling != null && feeling >= settings.positiveFrom();
  }

  boolean isNegative(Double feeling) {
    return feeling != null && feeling <= settings.negativeTo();
  }

  /** An interval of a mean, which no feeling beyond the scale can be part of; null for null. */
  static Interval onScale(Interval interval) {
    return interval == null ? null : interval.within(-1, 1);
  }
}

package giro.metric;

import giro.model.measure.Counting;
import java.io.Serializable;

/**
 * Cells of a funnel that are merged together.
 *
 * @param funnel its place among the configured ones
 * @param cohort first day of the month in days since 1970, or {@link Combinations#ALL_COHORTS}
 */
record FunnelGroup(int funnel, int counting, int cohort) implements Serializable {
  /** The counting by its place: an enum's own hash differs from machine to machine. */
  Counting countedBy() {
    return Counting.values()[counting];
  }
}

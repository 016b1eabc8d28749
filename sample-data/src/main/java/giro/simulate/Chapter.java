package giro.simulate;

import giro.model.domain.Moment;
import java.util.ArrayList;
import java.util.List;

/** What a block of persons leaves: rows for the landing zone, and the truth about them. */
final class Chapter {
  /** A true touch. */
  record Touch(String eventId, String person, Moment moment) {}

  /** One person's reading of another's words. */
  record Reading(
      ContentPool.Piece piece, long reader, String eventId, boolean opened, boolean lifted) {}

  /** Where a lap or a piece of content belongs: month of the lap's first touch, market, model. */
  record Cohort(String month, int market, int model) implements Comparable<Cohort> {
    @Override
    public int compareTo(Cohort other) {
      int byMonth = month.compareTo(other.month);
      int byMarket = byMonth != 0 ? byMonth : Integer.compare(market, other.market);
      return byMarket != 0 ? byMarket : Integer.compare(model, other.model);
    }
  }

  /** A piece of content and the cohort of the lap it was published in. */
  record Publication(ContentPool.Piece piece, Cohort cohort) {}

  final List<Shipment> shipments = new ArrayList<>();
  final List<Touch> touches = new ArrayList<>();
  final List<Reading> readings = new ArrayList<>();
  final List<Cohort> laps = new ArrayList<>();
  final List<Publication> publications = new ArrayList<>();
}

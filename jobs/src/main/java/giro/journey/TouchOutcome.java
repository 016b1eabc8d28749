package giro.journey;

import giro.model.domain.Moment;
import giro.model.domain.MoveKind;
import giro.model.domain.Phase;
import giro.model.domain.RuleOutcome;

/** What the pass over a person decides for one touch. */
final class TouchOutcome {
  Phase phase;
  boolean isFormerOwner;

  /** The first rule that holds, or null for UNCLASSIFIED. */
  RuleOutcome rule;

  Moment moment;
  boolean isAcquisition;
  boolean isDelivery;

  /** The car of a delivery, disposal or further acquisition touch, and of an acquisition. */
  Car car;

  Lap lap;
  int position;
  int session;
  boolean isReentry;

  /** Null for NONE, UNCLASSIFIED and a stimulus that is passed over. */
  MoveKind move;

  /** The moment this touch was reached from; null where there is no move or it came from START. */
  Moment moveFrom;

  /** Microseconds since the touch it was reached from; -1 where there is none. */
  long moveMicros = -1L;

  boolean isAfterAcquisition;

  String marketSoFar;
  String modelSoFar;
  String dealerSoFar;
  String vehicleTypeSoFar;
}

package giro.simulate;

/** A car somebody holds. Numbers are the person's own, from 1. */
final class Car {
  int number;
  int model;
  int condition;
  int contract;

  /** The day of the contract; 0 when nothing is known of it. */
  long signed;

  long since;
  boolean isPaired;
  boolean isBad;
}

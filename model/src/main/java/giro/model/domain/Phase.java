package giro.model.domain;

/** What a person is to the brand just when a touch happens. */
public enum Phase {
  /** Holds and has ordered no car. */
  PROSPECT,
  /** Has ordered a car that is not delivered yet. */
  WAITING,
  /** Holds a car, or has access to one. */
  OWNER;

  /** The name used in rules and tables: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}

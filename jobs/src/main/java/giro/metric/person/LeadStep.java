package giro.metric.person;

import java.util.Locale;

/** What may follow a lead, in the order in which a dealer hopes for it. */
enum LeadStep {
  CONTACTED("contacted"),
  APPOINTMENT("appointments"),
  TEST_DRIVE("test_drives"),
  OFFER("offers"),
  ORDER("orders"),
  DELIVERY("deliveries"),
  LOST("lost");

  private final String column;

  LeadStep(String column) {
    this.column = column;
  }

  /** The column that counts the leads with such a step. */
  String column() {
    return column;
  }

  /** The singular, as in names of columns: {@code test_drive}. */
  String singular() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True where the touch is such a step. */
  boolean is(Touch touch) {
    return switch (this) {
      case CONTACTED -> touch.is(TouchKind.CONTACTED);
      case APPOINTMENT -> touch.is(TouchKind.APPOINTMENT);
      case TEST_DRIVE -> touch.is(TouchKind.TEST_DRIVE);
      case OFFER -> touch.is(TouchKind.OFFER);
      case ORDER -> touch.isAcquisition;
      case DELIVERY -> touch.isDelivery;
      case LOST -> touch.is(TouchKind.LOST);
    };
  }
}

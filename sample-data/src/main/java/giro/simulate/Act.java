package giro.simulate;

import giro.model.domain.Moment;
import giro.model.domain.Phase;

/**
 * One thing that truly happened to a person. Zero means "not known" in every number that names
 * something. Mutable and plain, because hundreds of millions are made.
 */
final class Act implements Cloneable {
  static final int NEW = 1;
  static final int USED = 2;
  static final int DEMO = 3;

  static final int PURCHASE = 1;
  static final int LEASE = 2;
  static final int SUBSCRIPTION = 3;
  static final int SHARING = 4;

  /** Marks an attribute of the act; {@link #has} asks for it. */
  static final int OWNER_PAGE = 1;

  static final int SERVICE = 1 << 1;
  static final int PAID = 1 << 2;
  static final int GATED = 1 << 3;
  static final int HOW_TO = 1 << 4;
  static final int CONTACT_LEFT = 1 << 5;
  static final int NOT_REACHED = 1 << 6;
  static final int DETAILS_TAKEN = 1 << 7;
  static final int ABOUT_PURCHASE = 1 << 8;
  static final int BRAND_CONTENT = 1 << 9;
  static final int TELLS_STORY = 1 << 10;
  static final int INVITED = 1 << 11;
  static final int VERIFIED = 1 << 12;
  static final int OWN_REGISTRATION = 1 << 13;
  static final int TEST_DRIVE_FORM = 1 << 14;
  static final int BY_EMPLOYEE = 1 << 15;
  static final int SHOWROOM_TABLET = 1 << 16;
  static final int CRAWLER = 1 << 17;
  static final int SILENT_BOT = 1 << 18;

  /** Another customer's words were read on the way to a car: they raise what follows. */
  static final int LIFTED = 1 << 19;

  /** Nobody wrote it down, although it happened. */
  static final int UNTOLD = 1 << 20;

  /** What an act carries of the person's identifiers. */
  static final int LOGIN = 1;

  static final int EMAIL = 1 << 1;
  static final int PHONE = 1 << 2;
  static final int CRM = 1 << 3;
  static final int VIN = 1 << 4;
  static final int COOKIE = 1 << 5;
  static final int DEVICE = 1 << 6;
  static final int HANDLE = 1 << 7;
  static final int EMAIL_TYPO = 1 << 8;
  static final int PHONE_TYPO = 1 << 9;
  static final int PLACEHOLDER = 1 << 10;
  static final int SWITCHBOARD = 1 << 11;
  static final int WALK_IN = 1 << 12;
  static final int HOUSEHOLD = 1 << 13;
  static final int SECOND_EMAIL = 1 << 14;

  /** A word in the login's place that means nobody, zeros in the cookie's. */
  static final int NO_LOGIN = 1 << 15;

  static final int NO_COOKIE = 1 << 16;

  EventKind kind;

  /** Milliseconds since 1970, UTC; midnight when only the day is known. */
  long at;

  /** When it truly happened within the day; the same as {@code at} when the time is known. */
  long trueAt;

  boolean dateOnly;

  /** Bits that tie the event id to the act; see {@link EventIds}. */
  long id;

  int session;
  int market;
  int model;
  int condition;
  int contract;
  int dealer;
  int order;
  int lead;

  /** The person's own number of the car; its VIN follows from it. */
  int car;

  int marks;

  /** The person's own number of content published or edited here. */
  int content;

  /** True when somebody else's content is read, voted on or passed on. */
  boolean reads;

  int rating;
  int subject;
  int loss;
  int competitor;
  int caseNumber;
  int campaign;
  float amount;
  float tone;
  int waitSeconds;
  int talkSeconds;

  int carries;
  int cookie;
  int device;

  Moment moment;
  Phase phase;

  /** The lap's number from 1 and the position of the act in the person's order. */
  int lap;

  boolean opensLap;
  boolean isAcquisition;

  /** True for an acquisition that a cancellation undid, and for the cancellation that did so. */
  boolean isVoid;

  boolean isSpent;

  boolean has(int mark) {
    return (marks & mark) != 0;
  }

  boolean carries(int identifier) {
    return (carries & identifier) != 0;
  }

  boolean isAccess() {
    return contract == SUBSCRIPTION || contract == SHARING;
  }

  /** What the source writes down of the car's condition: calls and social listening know none. */
  int recordedCondition() {
    boolean isKnown = kind.source != Source.CALL_CENTER && kind.source != Source.SOCIAL;
    return isKnown ? condition : 0;
  }

  Act mark(int mark) {
    marks |= mark;
    return this;
  }

  /** A second act that says the same, not yet told. */
  Act copy() {
    try {
      return (Act) clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}

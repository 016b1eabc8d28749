package giro.simulate;

import giro.model.domain.Moment;
import giro.simulate.Profile.OwnershipRates;

/** Life with a car: use, workshop, troubles, service contacts, and the words they lead to. */
final class Ownership {
  private final Scene scene;
  private final Voice voice;
  private final Dice dice;
  private final OwnershipRates rates;

  Ownership(Scene scene, Voice voice) {
    this.scene = scene;
    this.voice = voice;
    this.dice = scene.dice;
    this.rates = scene.profile.ownership();
  }

  /** The first weeks of a car that was delivered: pairing, reading, reviewing. */
  void begin(Car car) {
    if (scene.person.usesApp()) {
      pair(car, car.since + (long) (dice.exponential(3) * Scene.DAY) + 2 * Scene.HOUR);
    }
    for (double t = dice.exponential(1); t < rates.reassurance(); t += dice.exponential(1)) {
      long at = car.since + (long) (85 * Scene.DAY * t / rates.reassurance());
      Act act = scene.about(scene.add(readingKind(), scene.anyHour(at)), car);
      act.car = 0;
      act.session = scene.newSession();
      act.reads = act.kind == EventKind.CUSTOMER_CONTENT_VIEW;
    }
    voice.afterDelivery(car);
  }

  /** The first sign of a car nobody knew of: it is paired, or comes to the workshop. */
  void appear(Car car) {
    if (scene.person.usesApp()) {
      pair(car, car.since);
    } else {
      service(car, scene.businessHour(car.since));
    }
  }

  /** The car is handed back some days after its last use. */
  void dispose(Car car, long at) {
    long handedBack = scene.businessHour(at + 3 * Scene.DAY);
    Act row = scene.about(scene.addAtDealer(EventKind.VEHICLE_RETURNED_OR_SOLD, handedBack), car);
    row.contract = 0;
  }

  /** What happens between two days of holding a car. */
  void live(Car car, long from, long until) {
    long end = Math.min(until, scene.horizon);
    double months = (end - from) / Scene.MONTH;
    if (months <= 0) {
      return;
    }
    for (int i = 0; i < rates.monthly().kinds().size(); i++) {
      EventKind kind = rates.monthly().kinds().get(i);
      if (isLived(kind)) {
        repeat(kind, car, new Span(from, livedUntil(kind, end)), rates.monthly().rates()[i]);
      }
    }
    double factor = car.isBad ? rates.badFactor() : 1;
    for (int i = 0; i < rates.troubles().kinds().size(); i++) {
      EventKind kind = rates.troubles().kinds().get(i);
      repeat(
          kind, car, new Span(from, livedUntil(kind, end)), rates.troubles().rates()[i] * factor);
    }
  }

  /** The dealer's call before a lease ends. */
  void contractEnd(Car car, long nextNeed) {
    if (car.contract == Act.LEASE && dice.chance(rates.contractEndContact())) {
      long at = scene.businessHour(nextNeed - (long) (rates.contractEndDays() * Scene.DAY));
      scene.about(scene.addAtDealer(EventKind.CONTRACT_END_CONTACT, at), car);
    }
  }

  private record Span(long from, long until) {}

  private boolean isLived(EventKind kind) {
    boolean isApp = kind.source == Source.APP;
    if (isApp && !scene.person.usesApp()) {
      return false;
    }
    return !scene.isReplicate() || !isRoutine(kind);
  }

  /**
   * A year after the simulated days all that is still open is whether a new lap opens, so a
   * replicate lives on with research and shopping only.
   */
  private long livedUntil(EventKind kind, long end) {
    boolean opensLaps = kind.ofOwner == Moment.ZMOT || kind.ofOwner == Moment.FMOT;
    if (opensLaps || !scene.isReplicate()) {
      return end;
    }
    return Math.min(end, scene.sparseFrom + 370 * Scene.DAY);
  }

  /**
   * Using a paired car names its VIN, so it stays in that car's lap, behind the pairing: it is
   * neither a first {@code from} nor a first {@code to}.
   */
  private static boolean isRoutine(EventKind kind) {
    return switch (kind) {
      case REMOTE_COMMAND,
          TRIP_OR_CHARGE_VIEW,
          TELEMETRY,
          VEHICLE_ALERT_SHOWN,
          IN_APP_SURVEY,
          FEATURE_PURCHASE,
          APP_ERROR ->
          true;
      default -> false;
    };
  }

  private void repeat(EventKind kind, Car car, Span span, double perMonth) {
    double mean = Scene.MONTH / perMonth;
    for (double t = span.from + dice.exponential(mean);
        t < span.until;
        t += dice.exponential(mean)) {
      happen(kind, car, (long) t, span);
    }
  }

  private void happen(EventKind kind, Car car, long at, Span span) {
    switch (kind) {
      case SERVICE_VISIT -> service(car, scene.businessHour(at));
      case REPAIR, WARRANTY_OR_RECALL, COMPLAINT, ROADSIDE_ASSISTANCE ->
          trouble(kind, car, at, span);
      default -> ordinary(kind, car, scene.anyHour(at));
    }
  }

  private void ordinary(EventKind kind, Car car, long at) {
    Act act = scene.add(kind, at);
    act.session = scene.newSession();
    act.waitSeconds = (int) dice.exponential(80);
    act.talkSeconds = kind == EventKind.ABANDONED_CALL ? 0 : 60 + (int) dice.exponential(200);
    act.tone = (float) dice.between(car.isBad ? -0.8 : -0.3, car.isBad ? 0.3 : 0.8);
    act.rating = car.isBad ? 1 + dice.below(4) : 3 + dice.below(3);
    if (kind.source == Source.APP || kind.source == Source.CALL_CENTER) {
      act.model = car.model;
      act.condition = car.condition;
    }
    boolean isPush = kind == EventKind.PUSH_RECEIVED || kind == EventKind.OFFER_CLICK;
    act.car = kind.source == Source.APP && car.isPaired && !isPush ? car.number : 0;
    detail(act, car);
  }

  private void detail(Act act, Car car) {
    switch (act.kind) {
      case EMAIL_CLICK, DEALER_LOCATOR, LEAD_FORM, SHOWROOM_VISIT -> serviceMatter(act);
      case SEARCH_LANDING -> act.mark(Act.OWNER_PAGE);
      case VIDEO_VIEW -> act.mark(Act.HOW_TO);
      case CUSTOMER_CONTENT_VIEW, SITE_REVIEW_READ -> {
        act.model = car.model;
        act.reads = true;
      }
      case QUESTION_ANSWERED -> act.content = scene.newContent();
      case MENTION -> {
        act.model = car.model;
        act.content = scene.newContent();
      }
      case AD_IMPRESSION, PUSH_RECEIVED, OFFER_CLICK -> {
        act.campaign = 1 + dice.below(40);
        act.model = 0;
      }
      default -> act.subject = 1 + dice.below(6);
    }
  }

  /** Half of these are about service, half the beginning of something else. */
  private void serviceMatter(Act act) {
    if (act.kind == EventKind.SHOWROOM_VISIT) {
      act.dateOnly = true;
      act.at = Scene.dayOf(act.trueAt);
      act.dealer = scene.person.dealer();
      act.mark(Act.DETAILS_TAKEN);
    }
    if (act.kind == EventKind.LEAD_FORM) {
      act.lead = scene.newLead();
    }
    if (act.kind != EventKind.EMAIL_CLICK || dice.chance(0.5)) {
      act.mark(Act.SERVICE);
    }
    act.campaign = act.kind == EventKind.EMAIL_CLICK ? 1 + dice.below(40) : 0;
  }

  private void service(Car car, long at) {
    Act visit = scene.about(scene.addAtDealer(EventKind.SERVICE_VISIT, at), car);
    visit.subject = 1 + dice.below(6);
    visit.amount = 80 + dice.below(500);
  }

  private void trouble(EventKind kind, Car car, long at, Span span) {
    int number = scene.newCase();
    int subject = 1 + dice.below(6);
    openCase(kind, car, scene.businessHour(at), subject).caseNumber = number;
    long again = at + (long) (dice.between(3, 28) * Scene.DAY);
    if (dice.chance(rates.repeat()) && again < span.until) {
      openCase(kind, car, scene.businessHour(again), subject).caseNumber = number;
    }
    long closed = at + (long) (dice.exponential(rates.caseDays()) * Scene.DAY) + Scene.DAY;
    Act close = scene.add(EventKind.CASE_CLOSED, scene.businessHour(closed));
    close.caseNumber = number;
    close.subject = subject;
    voice.afterTrouble(car, at);
  }

  private Act openCase(EventKind kind, Car car, long at, int subject) {
    boolean isWorkshop = kind.source == Source.DEALER;
    Act act = isWorkshop ? scene.addAtDealer(kind, at) : scene.add(kind, at);
    scene.about(act, car);
    act.subject = subject;
    act.tone = (float) dice.between(-1, 0);
    act.waitSeconds = 30 + (int) dice.exponential(200);
    act.talkSeconds = 100 + (int) dice.exponential(300);
    if (kind == EventKind.COMPLAINT) {
      act.car = 0;
    }
    return act;
  }

  private void pair(Car car, long at) {
    Act install = scene.add(EventKind.APP_INSTALL, at - 10 * Scene.MINUTE);
    install.session = scene.newSession();
    Act paired = scene.about(scene.add(EventKind.VEHICLE_PAIRED, at), car);
    paired.session = install.session;
    car.isPaired = true;
  }

  private EventKind readingKind() {
    double thrown = dice.next();
    if (thrown < 0.6) {
      return EventKind.MODEL_PAGE_VIEW;
    }
    return thrown < 0.8 ? EventKind.ARTICLE_READ : EventKind.CUSTOMER_CONTENT_VIEW;
  }
}

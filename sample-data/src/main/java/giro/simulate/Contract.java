package giro.simulate;

import giro.simulate.Profile.DealerRates;
import giro.simulate.Profile.WaitingRates;
import java.util.function.LongConsumer;

/** From the signature to the delivery, or to a cancellation. */
final class Contract {
  private final Scene scene;
  private final Dice dice;
  private final DealerRates dealer;
  private final WaitingRates rates;
  private int order;

  Contract(Scene scene) {
    this.scene = scene;
    this.dice = scene.dice;
    this.dealer = scene.profile.dealer();
    this.rates = scene.profile.waiting();
  }

  /** The car delivered, or null when the order was cancelled. The need stands at that day. */
  Car live(Need need) {
    order = scene.newOrder();
    sign(need);
    if (dice.chance(rates.cancelled())) {
      need.at += (long) (dice.exponential(rates.cancelledDays()) * Scene.DAY) + Scene.DAY;
      row(EventKind.ORDER_CANCELLED, need, need.at);
      return null;
    }
    long signed = need.at;
    need.at = scene.businessHour(signed + 2 * Scene.DAY + wait(need));
    whileWaiting(need, signed);
    Car car = deliver(need);
    car.signed = signed;
    return car;
  }

  private long wait(Need need) {
    double median =
        switch (need.condition) {
          case Act.USED -> rates.usedDays();
          case Act.DEMO -> rates.demoDays();
          default -> rates.newDays();
        };
    return scene.days(median, rates.spread());
  }

  private void sign(Need need) {
    if (!dice.chance(dealer.onlineOrder())) {
      need.at = scene.businessHour(need.at);
      row(EventKind.ORDER_SIGNED, need, need.at);
      return;
    }
    need.at = scene.anyHour(need.at);
    int session = scene.newSession();
    if (dice.chance(dealer.reservation())) {
      Act deposit =
          scene.about(scene.add(EventKind.RESERVATION_PAID, need.at - 2 * Scene.DAY), need);
      deposit.session = scene.newSession();
      deposit.amount = 250;
    }
    Act online = scene.about(scene.add(EventKind.ONLINE_ORDER, need.at), need);
    online.session = session;
    online.order = order;
    online.contract = need.contract;
    online.dealer = scene.person.dealer();
    online.amount = price(need);
    if (dice.chance(dealer.onlineOrderShowsTwice())) {
      row(EventKind.ORDER_SIGNED, need, scene.businessHour(need.at + Scene.HOUR));
    }
  }

  private void whileWaiting(Need need, long signed) {
    double months = (need.at - signed) / Scene.MONTH;
    repeat(rates.updates() * months, signed, need.at, t -> row(EventKind.ORDER_UPDATE, need, t));
    repeat(rates.looks() * months, signed, need.at, t -> look(need, t));
    repeat(rates.infoCalls() * months, signed, need.at, t -> call(need, t, 4));
    repeat(rates.complaints() * months, signed, need.at, t -> call(need, t, 5));
  }

  private void repeat(double mean, long from, long to, LongConsumer what) {
    for (double t = dice.exponential(1); t < mean; t += dice.exponential(1)) {
      what.accept(from + Scene.DAY + (long) ((to - from - 2 * Scene.DAY) * t / mean));
    }
  }

  private void look(Need need, long at) {
    EventKind kind = dice.chance(0.7) ? EventKind.MODEL_PAGE_VIEW : EventKind.CUSTOMER_CONTENT_VIEW;
    Act act = scene.about(scene.add(kind, scene.anyHour(at)), need);
    act.session = scene.newSession();
    act.reads = kind == EventKind.CUSTOMER_CONTENT_VIEW;
  }

  private void call(Need need, long at, int subject) {
    EventKind kind = subject == 5 ? EventKind.COMPLAINT : EventKind.INBOUND_INFO_CALL;
    Act act = scene.about(scene.add(kind, scene.businessHour(at)), need);
    act.subject = subject;
    act.order = order;
    act.waitSeconds = 30 + (int) dice.exponential(120);
    act.talkSeconds = 60 + (int) dice.exponential(240);
    act.tone = subject == 5 ? -0.6f : 0f;
  }

  private Car deliver(Need need) {
    Car car = new Car();
    car.number = scene.newCar();
    car.model = need.model;
    car.condition = need.condition;
    car.contract = need.contract;
    car.since = need.at;
    car.isBad = dice.chance(scene.profile.ownership().bad());
    if (need.condition == Act.DEMO && dice.chance(rates.ownRegistration())) {
      row(EventKind.REGISTRATION, need, need.at - 5 * Scene.DAY).mark(Act.OWN_REGISTRATION);
    }
    row(EventKind.REGISTRATION, need, need.at - Scene.DAY).car = car.number;
    row(EventKind.DELIVERY, need, need.at).car = car.number;
    return car;
  }

  private Act row(EventKind kind, Need need, long at) {
    Act act = scene.about(scene.addAtDealer(kind, at), need);
    act.order = order;
    act.contract = kind == EventKind.ORDER_SIGNED ? need.contract : 0;
    act.amount = kind == EventKind.ORDER_SIGNED ? price(need) : 0;
    return act;
  }

  private float price(Need need) {
    return (float) scene.profile.world().models().get(need.model - 1).price();
  }
}

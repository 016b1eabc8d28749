package giro.simulate;

/** Use without owning: sharing by the trip, and a subscription for some months. */
final class AccessUse {
  private final Scene scene;
  private final Dice dice;

  AccessUse(Scene scene) {
    this.scene = scene;
    this.dice = scene.dice;
  }

  /** From the first booking to the end of access; the need stands there afterwards. */
  void live(Need need) {
    need.at = scene.anyHour(need.at + Scene.DAY);
    int session = scene.newSession();
    app(EventKind.APP_INSTALL, need, need.at - 20 * Scene.MINUTE, session);
    long began = need.at;
    if (need.contract == Act.SHARING) {
      book(need, began, session);
    } else {
      subscribe(need, began);
    }
    double months =
        dice.logNormal(scene.profile.access().months(), scene.profile.access().monthsSpread());
    long ends = began + (long) (months * Scene.MONTH);
    use(need, began, ends);
    need.at = scene.businessHour(ends);
    Act end = scene.addAtDealer(EventKind.VEHICLE_RETURNED_OR_SOLD, need.at);
    end.model = need.model;
    end.contract = need.contract;
  }

  private void use(Need need, long began, long ends) {
    double mean = Scene.MONTH / scene.profile.access().uses();
    for (double t = began + dice.exponential(mean) + Scene.DAY;
        t < Math.min(ends, scene.horizon);
        t += dice.exponential(mean) + Scene.DAY) {
      long at = scene.anyHour((long) t);
      int session = scene.newSession();
      if (need.contract == Act.SHARING && dice.chance(0.5)) {
        book(need, at, session);
      }
      app(EventKind.SHARING_TRIP, need, at + Scene.HOUR, session);
    }
  }

  private void book(Need need, long at, int session) {
    app(EventKind.SHARING_BOOKING, need, at, session).amount = 10 + dice.below(40);
  }

  private void subscribe(Need need, long at) {
    Act order = scene.about(scene.add(EventKind.ONLINE_ORDER, at), need);
    order.contract = need.contract;
    order.order = scene.newOrder();
    order.session = scene.newSession();
    order.amount = 350;
  }

  private Act app(EventKind kind, Need need, long at, int session) {
    Act act = scene.add(kind, at);
    act.model = need.model;
    act.contract = kind == EventKind.APP_INSTALL ? 0 : need.contract;
    act.session = session;
    return act;
  }
}

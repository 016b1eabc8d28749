package giro.simulate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cars that change hands: who gives one back, and who buys one of the same model in the same market
 * within half a year. The VIN stays the first owner's.
 */
final class UsedCars {
  private static final long FOR_SALE = 180 * TrueOrder.DAY;

  /** An owner's own number of a car. */
  record Held(long person, int car) {}

  /** A car handed back, or a used car handed over. */
  record Change(int market, int model, long at, Held held, boolean isSale) {}

  private final Map<Held, Held> firstOwners = new HashMap<>();

  UsedCars(List<Change> changes, double knownShare) {
    List<Change> inTime = new ArrayList<>(changes);
    inTime.sort(
        Comparator.comparingLong(Change::at).thenComparingLong(change -> change.held().person()));
    Map<Integer, Deque<Change>> forSale = new HashMap<>();
    for (Change change : inTime) {
      Deque<Change> lot =
          forSale.computeIfAbsent(change.market() * 64 + change.model(), k -> new ArrayDeque<>());
      if (!change.isSale()) {
        lot.add(change);
      } else if (Dice.of(change.at(), change.held().person(), 5).chance(knownShare)) {
        sell(change, lot);
      }
    }
  }

  private void sell(Change sale, Deque<Change> lot) {
    while (!lot.isEmpty() && sale.at() - lot.peek().at() > FOR_SALE) {
      lot.remove();
    }
    // A car just handed back is not ready yet.
    boolean isReady = !lot.isEmpty() && sale.at() - lot.peek().at() > 7 * TrueOrder.DAY;
    if (isReady && lot.peek().held().person() != sale.held().person()) {
      firstOwners.put(sale.held(), firstOwner(lot.remove().held()));
    }
  }

  /** Who had the car first, as far as is known here: the VIN is theirs. */
  Held firstOwner(Held held) {
    return firstOwners.getOrDefault(held, held);
  }

  /** What an act tells the market; null for most. */
  static Change change(Act act, long person) {
    if (act.car == 0) {
      return null;
    }
    boolean isSale = act.kind == EventKind.DELIVERY && act.condition == Act.USED;
    boolean isReturn = act.kind == EventKind.VEHICLE_RETURNED_OR_SOLD;
    Held held = new Held(person, act.car);
    return isSale || isReturn ? new Change(act.market, act.model, act.at, held, isSale) : null;
  }
}

package giro.simulate;

import giro.model.domain.ConversionPair;
import giro.model.domain.Moment;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Counts, for one told and fully followed person after the other, the laps that entered each pair
 * and those that converted within the pair's window.
 *
 * <p>Only laps whose first {@code from} is in [{@code from}, {@code until}) count. Market, model
 * and condition are those of that touch, else the latest earlier ones in the lap.
 */
final class PairFold {
  private static final ConversionPair[] PAIRS = ConversionPair.values();
  private static final int OWNER_STIMULUS = 5;
  private static final int ACQUISITION = 6;
  private static final int DELIVERY = 7;

  /** The ends of each pair as a moment's ordinal or one of the three above. */
  private static final int[] FROM = ends(ConversionPair::from);

  private static final int[] TO = ends(ConversionPair::to);

  private final long from;
  private final long until;
  private final CellCounts counts;
  private List<Act> acts;
  private List<TrueLap> laps;

  PairFold(long from, long until, CellCounts counts) {
    this.from = from;
    this.until = until;
    this.counts = counts;
  }

  void add(List<Act> toldActs, List<TrueLap> toldLaps) {
    this.acts = toldActs;
    this.laps = toldLaps;
    for (int i = 0; i < laps.size(); i++) {
      // A lap that opens after the simulated days has no first touch within them.
      if (laps.get(i).openedAt < until) {
        addLap(laps.get(i));
      }
    }
  }

  private void addLap(TrueLap lap) {
    int[] firsts = firsts(lap);
    for (ConversionPair pair : PAIRS) {
      int first = firsts[FROM[pair.ordinal()]];
      if (pair.group() == ConversionPair.Group.BACKWARD && !isBeforeOwnership(lap, first)) {
        continue;
      }
      if (first >= 0 && acts.get(first).at >= from && acts.get(first).at < until) {
        count(pair, lap, first);
      }
    }
  }

  /**
   * First touch of each moment; then OWNER_STIMULUS and the acquisition. -1 where there is none.
   */
  private int[] firsts(TrueLap lap) {
    int[] firsts = {-1, -1, -1, -1, -1, -1, -1};
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      if (act.lap == lap.number && act.moment.isMoment()) {
        boolean isOwnerStimulus = act.moment == Moment.STIMULUS && !isBeforeOwnership(lap, i);
        int slot = isOwnerStimulus ? OWNER_STIMULUS : act.moment.ordinal();
        if (firsts[slot] < 0) {
          firsts[slot] = i;
        }
      }
    }
    firsts[ACQUISITION] = lap.isAccess ? -1 : lap.acquisition;
    return firsts;
  }

  private static int[] ends(Function<ConversionPair, String> end) {
    return Arrays.stream(PAIRS).map(end).mapToInt(PairFold::endIndex).toArray();
  }

  private static int endIndex(String end) {
    return switch (end) {
      case ConversionPair.OWNER_STIMULUS -> OWNER_STIMULUS;
      case ConversionPair.ACQUISITION -> ACQUISITION;
      case ConversionPair.DELIVERY -> DELIVERY;
      default -> Moment.valueOf(end).ordinal();
    };
  }

  private static boolean isBeforeOwnership(TrueLap lap, int position) {
    return !lap.isOwnership() || position < lap.ownershipFrom;
  }

  private void count(ConversionPair pair, TrueLap lap, int first) {
    int condition = attributed(first, Act::recordedCondition);
    int days = condition == Act.USED ? pair.defaultDaysUsed() : pair.defaultDaysNew();
    long window = days * TrueOrder.DAY;
    long reached = reached(pair, lap, first);
    boolean isReturn = pair.group() == ConversionPair.Group.RETURN;
    long lost = isReturn ? Long.MAX_VALUE : lost(lap, first);
    boolean isConverted = reached <= window && reached <= lost;
    int market = attributed(first, a -> a.market);
    int model = attributed(first, a -> a.model);
    counts.add(new CellCounts.Cell(market, model, condition), pair, isConverted);
  }

  /** Elapsed time to the first {@code to} after the first {@code from}; max where there is none. */
  private long reached(ConversionPair pair, TrueLap lap, int first) {
    Act start = acts.get(first);
    boolean isReturn = pair.group() == ConversionPair.Group.RETURN;
    long best = Long.MAX_VALUE;
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      // Date-only touches stand last in their day, so the best is found within a day of any.
      if (best != Long.MAX_VALUE && act.at - start.at > best + TrueOrder.DAY) {
        break;
      }
      boolean isPlace =
          isReturn
              ? act.lap > lap.number
                  || (pair == ConversionPair.UMOT_ACQUISITION && act.lap == lap.number)
              : act.lap == lap.number;
      if (isPlace && isTo(pair, lap, i) && (i != first || act.isAcquisition)) {
        best = Math.min(best, elapsed(start, act));
      }
    }
    return best;
  }

  private boolean isTo(ConversionPair pair, TrueLap lap, int position) {
    Act act = acts.get(position);
    int to = TO[pair.ordinal()];
    if (to == ACQUISITION) {
      return act.isAcquisition;
    }
    if (to == DELIVERY) {
      return position == lap.delivery;
    }
    return act.moment.ordinal() == to
        && (pair.group() != ConversionPair.Group.BACKWARD || isBeforeOwnership(lap, position));
  }

  private long lost(TrueLap lap, int first) {
    Act start = acts.get(first);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      boolean isLoss = act.lap == lap.number && act.kind == EventKind.LOST_SALE;
      if (isLoss || i == lap.disposal) {
        best = Math.min(best, elapsed(start, act));
      }
    }
    return best;
  }

  /** Start to start, never below 0; max where {@code b} cannot come after {@code a}. */
  private static long elapsed(Act a, Act b) {
    boolean areInstants = !a.dateOnly && !b.dateOnly;
    long endOfB = b.dateOnly ? b.at + TrueOrder.DAY : b.at;
    boolean mayFollow = areInstants ? b.at >= a.at : endOfB > a.at;
    return mayFollow ? Math.max(0, b.at - a.at) : Long.MAX_VALUE;
  }

  private int attributed(int position, ToIntFunction<Act> field) {
    int lap = acts.get(position).lap;
    for (int i = position; i >= 0; i--) {
      Act act = acts.get(i);
      if (act.lap == lap && field.applyAsInt(act) != 0) {
        return field.applyAsInt(act);
      }
    }
    return 0;
  }
}

package giro.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/** All funnels over the persons of one task: what is read once serves them all. */
final class FunnelsFold implements PersonScan.Fold<Tuple2<FunnelGroup, byte[]>> {
  private final List<FunnelFold> funnels = new ArrayList<>();
  private final FunnelConditions.Masks masks;
  private long number;

  private FunnelsFold(FunnelConditions conditions) {
    this.masks = conditions.masks();
  }

  static FunnelsFold of(
      List<FunnelPlan> plans,
      List<FunnelColumns.Places> places,
      FunnelConditions conditions,
      long now,
      long lateness) {
    FunnelsFold fold = new FunnelsFold(conditions);
    Map<List<Integer>, FunnelValues> alike = new HashMap<>();
    for (int i = 0; i < plans.size(); i++) {
      int[] columns = places.get(i).breakdowns();
      FunnelValues values =
          alike.computeIfAbsent(
              Arrays.stream(columns).boxed().toList(), c -> new FunnelValues(columns));
      FunnelTallies tallies = new FunnelTallies(i, plans.get(i), values, now, lateness);
      fold.funnels.add(new FunnelFold(plans.get(i), places.get(i), values, tallies));
    }
    return fold;
  }

  @Override
  public void touch(long person, InternalRow row) {
    number++;
    int[] matched = masks.of(row, FunnelColumns.CONDITIONS);
    for (int i = 0; i < funnels.size(); i++) {
      funnels.get(i).touch(person, row, number, matched[2 * i], matched[2 * i + 1]);
    }
  }

  @Override
  public void endPerson() {
    funnels.forEach(FunnelFold::endPerson);
  }

  @Override
  public Iterator<Tuple2<FunnelGroup, byte[]>> results() {
    return funnels.stream().flatMap(FunnelFold::results).iterator();
  }
}

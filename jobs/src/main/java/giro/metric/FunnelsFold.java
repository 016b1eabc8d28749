package giro.metric;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** All funnels over the persons of one task: what is read once serves them all. */
final class FunnelsFold implements PersonScan.Fold<Row> {
  private final List<FunnelFold> funnels = new ArrayList<>();

  private FunnelsFold() {}

  static FunnelsFold of(
      List<FunnelPlan> plans, List<FunnelColumns.Places> places, long now, long lateness) {
    FunnelsFold fold = new FunnelsFold();
    for (int i = 0; i < plans.size(); i++) {
      fold.funnels.add(new FunnelFold(plans.get(i), places.get(i), now, lateness));
    }
    return fold;
  }

  @Override
  public void touch(long person, InternalRow row) {
    for (FunnelFold funnel : funnels) {
      funnel.touch(person, row);
    }
  }

  @Override
  public void endPerson() {
    funnels.forEach(FunnelFold::endPerson);
  }

  @Override
  public Iterator<Row> results() {
    List<Row> rows = new ArrayList<>();
    funnels.forEach(funnel -> funnel.results().forEachRemaining(rows::add));
    return rows.iterator();
  }
}

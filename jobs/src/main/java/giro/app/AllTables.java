package giro.app;

import giro.metric.person.PersonMetrics;
import giro.model.table.TableContract;
import giro.model.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The contracts of all tables, those of one person's touches among them. */
final class AllTables {
  private AllTables() {}

  /** Published ones first. */
  static List<TableContract> list() {
    List<TableContract> all = new ArrayList<>(Tables.all());
    int lake = all.indexOf(Tables.lake().get(0));
    all.addAll(lake, PersonMetrics.tables());
    return all;
  }

  static Optional<TableContract> named(String name) {
    return Tables.named(name).or(() -> PersonMetrics.table(name));
  }
}

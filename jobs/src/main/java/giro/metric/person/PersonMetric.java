package giro.metric.person;

import giro.model.table.TableContract;
import java.io.Serializable;
import java.util.List;

/** A published table that is counted person by person. Has no state beside its settings. */
interface PersonMetric extends Serializable {
  /** The table; its dimensions have {@code (all)} rows. */
  TableContract contract();

  /** What a cell of the table adds up. */
  CellShape shape();

  /** Counts what the touches of one person say. */
  void add(Person person, Cells cells);

  /**
   * Fills in what follows from a cell of everybody. The key, {@code persons}, and the columns that
   * are named like a count or a sum are there already. Runs wherever the cell is.
   */
  default void finish(Cell cell, GoldRow row) {}

  /** A table whose rows need all cells at once; those are brought to one place. */
  interface OfAllCells extends PersonMetric {
    /** The rows of the table. */
    List<GoldRow> rows(List<Cell> cells);
  }

  /** A metric that must know the brand's answers, whoever's journey they are in. */
  interface OfReplies extends PersonMetric {
    /** The same metric, knowing these. */
    PersonMetric knowing(Replies replies);
  }
}

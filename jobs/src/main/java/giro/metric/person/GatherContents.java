package giro.metric.person;

import giro.metric.PersonScan;
import giro.metric.WindowSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds in one pass over the stored journeys who published which content and who read it, with what
 * became of the readers' laps. Whose content it was is known only when both are joined.
 */
public final class GatherContents {
  private final MetricSettings settings;
  private final WindowSettings windows;
  private final long now;

  /**
   * @param now end of as_of, exclusive, in microseconds since 1970 UTC
   */
  public GatherContents(MetricSettings settings, WindowSettings windows, long now) {
    this.settings = settings;
    this.windows = windows;
    this.now = now;
  }

  /** Rows of {@link ContentColumns}; reads only touches of persons. */
  public Dataset<Row> of(Dataset<Row> journeyTouches) {
    WindowSettings windows = this.windows;
    long now = this.now;
    return PersonScan.fold(
        TouchColumns.of(journeyTouches, settings, List.of()),
        () -> new Scan(windows, now),
        ContentColumns.SCHEMA);
  }

  private static final class Scan extends PersonFold<Row> {
    private final WindowSettings windows;
    private final long now;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, long[]> unread = new HashMap<>();

    Scan(WindowSettings windows, long now) {
      super(new boolean[0]);
      this.windows = windows;
      this.now = now;
    }

    @Override
    void person(Person person) {
      OwnContents.of(person, rows);
      for (PersonLap lap : person.laps) {
        new LapReadings(person, lap, windows, now).tell(rows, unread);
      }
    }

    @Override
    public Iterator<Row> results() {
      unread.forEach((stratum, laps) -> rows.add(FoundRow.unread(stratum, laps)));
      return rows.iterator();
    }
  }
}

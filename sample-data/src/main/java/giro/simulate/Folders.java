package giro.simulate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The landing folders: one a night at the end, one a month before, dated the month's last day. Days
 * count from 1970.
 */
record Folders(int firstDay, int firstNight, int lastDay) {
  static Folders of(Population population) {
    int last = (int) Math.floorDiv(population.until, TrueOrder.DAY) - 1;
    int first = (int) Math.floorDiv(population.from, TrueOrder.DAY);
    int nights = population.profile.calendar().nightlyDays();
    return new Folders(first, Math.max(first, last - nights + 1), last);
  }

  /** The folder of what was received on a day; what comes after the last night comes with it. */
  int folder(int day) {
    if (day >= firstNight) {
      return Math.min(day, lastDay);
    }
    LocalDate monthEnd = YearMonth.from(LocalDate.ofEpochDay(day)).atEndOfMonth();
    return Math.min((int) monthEnd.toEpochDay(), firstNight - 1);
  }

  boolean isNightly(int folder) {
    return folder >= firstNight;
  }

  List<Integer> all() {
    List<Integer> folders = new ArrayList<>();
    for (int day = firstDay; day <= lastDay; day++) {
      if (folder(day) == day) {
        folders.add(day);
      }
    }
    return folders;
  }
}

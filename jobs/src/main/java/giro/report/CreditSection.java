package giro.report;

import giro.report.ReadCredits.Credit;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Which channels are credited with the acquisitions, by seven methods that do not agree. */
final class CreditSection {
  private static final Section.Title TITLE =
      new Section.Title(
          "attribution",
          "Credit of channels",
          "Each acquisition shares out one credit over the touches before it; every method shares out"
              + " the same acquisitions, so methods are never added up. Associated with, never caused"
              + " by.");

  private CreditSection() {}

  static Section section(Questions questions) {
    Section.Builder section = Section.of(TITLE);
    TreeMap<String, TreeMap<String, Credit>> credits = ReadCredits.credits(questions);
    boolean isShown =
        credits.values().stream()
            .flatMap(methods -> methods.values().stream())
            .anyMatch(credit -> credit.shown() != null);
    if (isShown) {
      section.open(table(credits)).caveat("Read the spread between the methods, not one of them.");
      if (credits.values().stream().flatMap(c -> c.values().stream()).anyMatch(Credit::isPart)) {
        section.caveat("A plus sign: more credit stands in rows that are withheld or rounded.");
      }
    }
    return section
        .counted(questions.of(ReadCredits.TABLE))
        .caveat(ReadCredits.marked(questions).caveat())
        .build();
  }

  private static TableView table(TreeMap<String, TreeMap<String, Credit>> credits) {
    List<String> methods =
        ReadCredits.METHODS.stream()
            .filter(method -> credits.values().stream().anyMatch(c -> c.containsKey(method)))
            .toList();
    String[] headers = new String[methods.size() + 1];
    headers[0] = "Channel";
    for (int i = 0; i < methods.size(); i++) {
      headers[i + 1] = methods.get(i).replace('_', ' ');
    }
    TableView.Builder table =
        TableView.of("Acquisitions credited, by channel and method, all months", headers);
    credits.forEach(
        (channel, byMethod) -> {
          String[] cells = new String[methods.size() + 1];
          cells[0] = channel;
          for (int i = 0; i < methods.size(); i++) {
            cells[i + 1] = cell(byMethod.get(methods.get(i)));
          }
          table.row(cells);
        });
    return table.build();
  }

  private static String cell(Credit credit) {
    if (credit == null) {
      return "–";
    }
    return credit.shown() == null
        ? "withheld"
        : String.format(Locale.ENGLISH, "%,.1f", credit.shown()) + (credit.isWhole() ? "" : "+");
  }
}

package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.testing.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * The page of a small simulated night as people meet it: in a browser, from a file. Its figures are
 * compared with the Parquet that the same night published.
 */
@Tag("browser")
@ExtendWith(SparkExtension.class)
class PageInBrowserTest {
  private static final int DESK = 1280;
  private static final int TABLET = 768;
  private static final int PHONE = 375;

  @TempDir static Path home;
  private static PublishedTables tables;
  private static Browser browser;

  @BeforeAll
  static void theNight(SparkSession session) throws Exception {
    SimulatedNight.under(home);
    tables = new PublishedTables();
    tables.load(home.resolve("bi"), "night");
    browser = new Browser(home.resolve("report/index.html"));
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (tables != null) {
      tables.close();
    }
  }

  @Test
  void everySectionRendersWithoutNetworkAndWithoutAWordOnTheConsole() {
    browser.open(DESK, "");

    assertThat(browser.texts("h2"))
        .contains(
            "At a glance",
            "The line: who gets how far",
            "Where laps begin",
            "The circle: who moves where next",
            "Drop-off by last moment",
            "Conversion by cohort month",
            "Where the line is blind",
            "Leads at dealers",
            "Ways around the circle",
            "Hand-offs between departments",
            "Known losses",
            "How soon customers are answered",
            "What customers’ words bring",
            "How contacts feel",
            "Sources: seen and said",
            "When owners come back",
            "Reputation and alerts",
            "Credit of channels",
            "Changed since last night",
            "Conversion by pair",
            "Funnel: moments",
            "What the numbers rest on");
    assertThat((Long) browser.run("return document.querySelectorAll('main svg').length"))
        .isGreaterThan(12);
    assertThat(browser.run("return performance.getEntriesByType('resource').length")).isEqualTo(0L);
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void figuresAtTheTopAreThoseOfTheTable() throws Exception {
    browser.open(DESK, "");
    assertThat(shownCount("customers")).isEqualTo(headline("persons", "(all)"));
    assertThat(shownCount("laps of the circle")).isEqualTo(headline("laps", "(all)"));

    for (List<Object> market :
        tables.rows("SELECT DISTINCT market FROM night.headline WHERE market NOT IN ('(all)')")) {
      browser.choose("market", market.get(0).toString());
      assertThat(shownCount("laps of the circle"))
          .as("laps of %s", market)
          .isEqualTo(headline("laps", market.get(0).toString()));
    }
  }

  @Test
  void everyPublishedFunnelOfAMonthIsWhatTheLineShowsOfIt() throws Exception {
    browser.open(DESK, "");
    List<List<Object>> cells =
        tables.rows(
            """
            SELECT cohort_month::VARCHAR, breakdown_1_value, breakdown_2_value,
              list(coalesce(reached::VARCHAR, 'withheld (limit 3 persons)') ORDER BY step_number),
              bool_and(is_withheld)
            FROM night.funnel_steps WHERE funnel = 'linear' AND counting = 'unique'
            GROUP BY ALL ORDER BY 1, 2, 3""");
    assertThat(cells).hasSizeGreaterThan(20);
    for (List<Object> cell : cells) {
      show(cell.get(1).toString(), cell.get(2).toString(), cell.get(0).toString());
      if ((Boolean) cell.get(4)) {
        assertThat(browser.texts("[data-part=line] .silence").get(0))
            .as("%s", cell)
            .startsWith("Withheld");
      } else {
        String expected = cell.get(3).toString();
        assertThat(
                browser.texts("[data-part=line] tbody td:nth-child(2)").toString().replace(",", ""))
            .as("%s", cell)
            .isEqualTo(expected.replace(",", ""));
      }
    }
  }

  @Test
  void pairsOfAMarketAndMonthAreTheRowsOfTheTable() throws Exception {
    browser.open(DESK, "");
    List<Object> cell =
        tables
            .rows(
                """
                SELECT market, model, cohort_month::VARCHAR, count(*)
                FROM night.moment_conversion
                WHERE vehicle_type = '(all)' AND NOT is_withheld AND market <> '(all)'
                GROUP BY ALL ORDER BY 4 DESC, 1, 2, 3 LIMIT 1""")
            .get(0);
    show(cell.get(0).toString(), cell.get(1).toString(), cell.get(2).toString());

    String where =
        String.format(
            " WHERE market = '%s' AND model = '%s' AND cohort_month = '%s' AND vehicle_type = '(all)'",
            cell.get(0), cell.get(1), cell.get(2));
    List<String> published =
        tables
            .rows(
                "SELECT from_moment || ' → ' || to_moment || ' ' || coalesce(entered::VARCHAR, 'withheld')"
                    + " || ' ' || coalesce(converted::VARCHAR, 'withheld') FROM night.moment_conversion"
                    + where)
            .stream()
            .map(row -> row.get(0).toString())
            .toList();
    List<String> pairs = browser.texts("[data-part=pairs] tbody th");
    List<String> entered = browser.texts("[data-part=pairs] td[data-label=Entered]");
    List<String> converted = browser.texts("[data-part=pairs] td[data-label=Converted]");
    assertThat(
            IntStream.range(0, pairs.size())
                .mapToObj(i -> pairs.get(i) + " " + entered.get(i) + " " + converted.get(i)))
        .containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void aSectionSaysWhatItCannotBeChosenBy() {
    browser.open(DESK, "");
    String month = (String) browser.run("return document.forms[0].month.options[1].value");
    browser.choose("month", month);

    assertThat(browser.texts("[data-part=headline] .reach"))
        .containsExactly("Not by month: this section shows all of them.");
    assertThat(browser.texts("[data-part=line] .reach")).isEmpty();
    assertThat(browser.texts(".status").get(0)).startsWith("all markets, all models, ");

    browser.click("button[type=reset]");
    assertThat(browser.texts(".reach, .silence")).isEmpty();
    assertThat(browser.run("return location.hash")).isIn("", "#");
  }

  @Test
  void theWholePageIsSaidInItalianAndBackAgain() {
    browser.open(DESK, "");
    String english = (String) browser.run("return document.body.innerText");
    browser.click("button[data-lang=it]");

    assertThat(browser.run("return document.documentElement.lang")).isEqualTo("it");
    assertThat(browser.run("return location.hash")).isEqualTo("#lang=it");
    assertThat(browser.texts("h1, [data-part=line] h2"))
        .containsExactly("Percorso del cliente", "La linea: chi arriva fin dove");
    assertThat(browser.texts("[data-part=starts] .detail").get(0)).containsPattern("\\d,\\d");
    assertThat(
            browser.run(
                "return [...giro.unknown].filter(text => / [a-z]+ [a-z]+/.test(text)"
                    + " && !/^[a-z_, ;]+$/.test(text))"))
        .as("sentences without Italian")
        .isEqualTo(List.of());

    browser.click("button[data-lang=en]");
    assertThat(browser.run("return document.body.innerText")).isEqualTo(english);
  }

  @Test
  void everythingCanBeReachedAndDoneWithTheKeyboard() {
    browser.open(DESK, "");
    browser.press(Keys.TAB, Keys.TAB);
    assertThat(focused()).isEqualTo("Italiano");
    browser.press(Keys.ENTER);
    browser.awaitShown();
    assertThat(browser.run("return document.documentElement.lang")).isEqualTo("it");
    browser.press(Keys.TAB, Keys.ARROW_DOWN);
    browser.awaitShown();
    assertThat(browser.run("return document.forms[0].market.selectedIndex")).isEqualTo(1L);
    browser.press(Keys.TAB, Keys.TAB, Keys.TAB);
    assertThat(focused()).isEqualTo("Mostra tutto");
    browser.run("document.querySelector('[data-part=drop-off] summary').focus()");
    browser.press(Keys.ENTER);
    assertThat(browser.run("return document.querySelector('[data-part=drop-off] details').open"))
        .isEqualTo(true);
  }

  @Test
  void anybodyCanUseItAtEveryWidth() {
    for (int width : new int[] {DESK, TABLET, PHONE}) {
      for (String choice : List.of("", "lang=it")) {
        browser.open(width, choice);
        browser.run("document.querySelectorAll('details').forEach(one => { one.open = true })");
        assertThat(browser.violations()).as("axe-core, %s px, %s", width, choice).isEmpty();
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
            .as("nothing stands beyond %s px", width)
            .isLessThanOrEqualTo(width);
      }
      browser.open(width, "").screenshot(String.format(Locale.ROOT, "page-%d", width));
    }
    browser.open(DESK, "lang=it&market=IT").screenshot("page-1280-italian-it");
    assertThat(browser.violations()).as("axe-core, a choice").isEmpty();
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void itIsSmallAndTellsHowSoonItAnswers() throws Exception {
    assertThat(Files.size(home.resolve("report/index.html"))).isLessThan(3_000_000);
    browser.open(DESK, "");
    assertThat(browser.msUntilReady()).isPositive(); // how soon: scripts/benchmark --page
    assertThat(browser.msOfChoice("market", 1)).isPositive();
  }

  /** By the address, as a page that somebody sent. */
  private static void show(String market, String model, String month) {
    browser.run("delete document.body.dataset.shown");
    browser.run(
        "const said = new URLSearchParams(arguments[0]);"
            + " location.hash = '#' + said; window.dispatchEvent(new HashChangeEvent('hashchange'))",
        "market=" + value(market) + "&model=" + value(model) + "&month=" + value(month));
    browser.awaitShown();
  }

  private static String value(String dimension) {
    return dimension.equals("(all)") ? "" : dimension.replace(" ", "%20");
  }

  private static String focused() {
    return (String) browser.run("return document.activeElement.textContent");
  }

  private static String shownCount(String name) {
    return (String)
        browser.run(
            "return [...document.querySelectorAll('.cards li')].find(card =>"
                + " card.querySelector('.name').textContent === arguments[0])"
                + ".querySelector('.figure').textContent.replace(/,/g, '')",
            name);
  }

  private static String headline(String figure, String market) throws Exception {
    Object value =
        tables
            .rows(
                "SELECT value::BIGINT FROM night.headline WHERE figure = '%s' AND market = '%s'"
                    .formatted(figure, market))
            .get(0)
            .get(0);
    return value == null ? "withheld (limit 3 persons)" : value.toString();
  }
}

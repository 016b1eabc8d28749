package giro.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium with one page from a file. {@code scripts/test} says where the browser and
 * its driver are.
 */
final class Browser implements AutoCloseable {
  private static final Path SHOTS = Path.of("target/screenshots");

  private final ChromeDriver driver;
  private final String page;

  Browser(Path page) {
    this.page = page.toUri().toString();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(System.getProperty("browser.chromium", "/usr/bin/chromium"));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--force-prefers-reduced-motion");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(
                    new File(System.getProperty("browser.driver", "/usr/bin/chromedriver")))
                .usingAnyFreePort()
                .withSilent(true)
                .build(),
            options);
  }

  /** Opens the page anew, with what is chosen after its #. */
  Browser open(int width, String choice) {
    emulate(width);
    driver.get("about:blank");
    driver.get(page + (choice.isEmpty() ? "" : "#" + choice));
    awaitShown();
    return this;
  }

  /** A window that narrow would not be made: the device is said to be. */
  private void emulate(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  void awaitShown() {
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    driver.executeAsyncScript(
        """
        const done = arguments[arguments.length - 1];
        const wait = () => document.body.dataset.shown ? done() : setTimeout(wait, 10);
        wait();""");
  }

  /** Chooses as a reader would, and waits until it is shown. */
  void choose(String name, String value) {
    run("delete document.body.dataset.shown");
    WebElement select = driver.findElement(By.name(name));
    select.findElement(By.cssSelector("option[value='" + value + "']")).click();
    awaitShown();
  }

  /** From the start of loading until the page's script has run. */
  double msUntilReady() {
    return ((Number)
            run("return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
        .doubleValue();
  }

  /** How long a choice takes from the event to the page that shows it, in the page's own time. */
  double msOfChoice(String name, int option) {
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    return ((Number)
            driver.executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                const select = document.forms[0][arguments[0]];
                const began = performance.now();
                new MutationObserver((changes, self) => {
                  self.disconnect();
                  requestAnimationFrame(() => done(performance.now() - began));
                }).observe(document.body, { attributes: true, attributeFilter: ['data-shown'] });
                select.selectedIndex = arguments[1];
                select.dispatchEvent(new Event('change', { bubbles: true }));""",
                name,
                option))
        .doubleValue();
  }

  void click(String css) {
    run("delete document.body.dataset.shown");
    driver.findElement(By.cssSelector(css)).click();
    awaitShown();
  }

  /** Sends keys to what has the focus. */
  void press(Keys... keys) {
    run("delete document.body.dataset.shown");
    for (Keys key : keys) {
      driver.switchTo().activeElement().sendKeys(key);
    }
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Texts of all elements, as they are in the document. */
  @SuppressWarnings("unchecked")
  List<String> texts(String css) {
    return (List<String>)
        run(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())",
            css);
  }

  /** What the console said since it was last asked. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  /** What axe-core finds wrong, rule by rule with the places. */
  @SuppressWarnings("unchecked")
  List<String> violations() {
    driver.executeScript(axe());
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(120));
    return (List<String>)
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document).then(found => done(found.violations.map(one =>
              one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html).join(' | '))));""");
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps the whole page as a picture among the build's output. */
  void screenshot(String name) {
    long height = (Long) run("return document.documentElement.scrollHeight");
    long width = (Long) run("return window.innerWidth");
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    try {
      Files.createDirectories(SHOTS);
      Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    emulate((int) width);
  }

  @Override
  public void close() {
    driver.quit();
  }
}

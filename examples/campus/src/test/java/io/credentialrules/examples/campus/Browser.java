package io.credentialrules.examples.campus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium without a display, and somebody who looks at what it shows. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What axe-core finds serious, each with its first place. */
  private static final String SERIOUS =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ['violations']}).then(
        found => done(found.violations
          .filter(each => each.impact === 'serious' || each.impact === 'critical')
          .map(each => `${each.id}: ${each.help}: ${each.nodes[0].html}`)),
        failed => done(['axe: ' + failed]));
      """;

  /** What reaches beyond the right edge, unless it scrolls within something that does not. */
  private static final String WIDER =
      """
      const width = arguments[0];
      if (document.documentElement.scrollWidth <= width) return [];
      return [`scrolls to ${document.documentElement.scrollWidth}`].concat(
        [...document.body.querySelectorAll('*')]
          .filter(each => each.getBoundingClientRect().right > width + 1)
          .slice(0, 3).map(each => each.outerHTML.slice(0, 120)));
      """;

  private final ChromeDriver driver;
  private final URI address;
  private final String axe;

  private Browser(ChromeDriver driver, URI address) {
    this.driver = driver;
    this.address = address;
    this.axe = axe();
  }

  /** Skips the test, with the reason, where there is no browser. */
  static void assumeInstalled() {
    assumeTrue(
        program("chromedriver").isPresent(),
        "no chromedriver on the path: pages are not tried in a browser");
  }

  static Browser at(URI address) {
    ChromeOptions options = new ChromeOptions();
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars");
    program("chromium").ifPresent(options::setBinary);
    LoggingPreferences log = new LoggingPreferences();
    log.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", log);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver").orElseThrow())
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
    return new Browser(driver, address);
  }

  /** Leaves whoever was signed in. */
  void signIn(String username) {
    signOut();
    fill("username", username);
    fill("password", "campus");
    press("Sign in");
  }

  void signOut() {
    open("/login");
    driver.manage().deleteAllCookies();
    open("/login");
  }

  void open(String path) {
    driver.get(address.resolve(path).toString());
  }

  /** The path and the query of the page that is shown. */
  String place() {
    URI shown = URI.create(Objects.requireNonNull(driver.getCurrentUrl()));
    return shown.getRawPath() + (shown.getRawQuery() == null ? "" : "?" + shown.getRawQuery());
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  void fill(String field, String text) {
    driver.findElement(By.name(field)).sendKeys(text);
  }

  /** Presses the first button with this text. */
  void press(String text) {
    clickAndLeave(driver.findElement(By.xpath("//main//button[normalize-space()='" + text + "']")));
  }

  void follow(String text) {
    clickAndLeave(driver.findElement(By.partialLinkText(text)));
  }

  void tick(String css) {
    driver.findElements(By.cssSelector(css)).forEach(WebElement::click);
  }

  /** Presses the first button that only changes a part of the page, if there is one. */
  boolean pressForPart() {
    List<WebElement> buttons = driver.findElements(By.cssSelector("button[hx-get]"));
    if (buttons.isEmpty()) {
      return false;
    }
    clickAndLeave(buttons.get(0));
    return true;
  }

  /** Until the page has an element; its text. */
  String await(String css) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        List<WebElement> found = driver.findElements(By.cssSelector(css));
        if (!found.isEmpty() && !found.get(0).getText().isEmpty()) {
          return found.get(0).getText();
        }
      } catch (StaleElementReferenceException replaced) {
        // What came meanwhile is looked at next.
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("there is no `" + css + "` at " + place());
      }
      pause();
    }
  }

  /** Presses what stays where it is. */
  void click(String css) {
    driver.findElement(By.cssSelector(css)).click();
  }

  /** The addresses of this application that the page links to, in its order. */
  List<String> links() {
    return driver.findElements(By.cssSelector("a[href]")).stream()
        .map(link -> Objects.requireNonNull(link.getDomAttribute("href")))
        .filter(href -> href.startsWith("/"))
        .distinct()
        .toList();
  }

  /** In CSS pixels. */
  void setWidth(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What a visitor could not read or use at this width. */
  List<String> faults(int width) {
    setWidth(width);
    if (!Boolean.TRUE.equals(driver.executeScript("return typeof axe === 'object'"))) {
      driver.executeScript(axe);
    }
    return Stream.concat(
            strings(driver.executeAsyncScript(SERIOUS)),
            strings(driver.executeScript(WIDER, width)))
        .toList();
  }

  /** What the console told since it was asked last. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The whole page as PNG. */
  void picture(Path file) {
    Number height = (Number) driver.executeScript("return document.documentElement.scrollHeight");
    Number width = (Number) driver.executeScript("return document.documentElement.clientWidth");
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            width,
            "height",
            Math.min(4000, Objects.requireNonNull(height).intValue()),
            "deviceScaleFactor",
            1,
            "mobile",
            false));
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }

  /** Until what was pressed is gone, and what came is there. */
  private void clickAndLeave(WebElement pressed) {
    pressed.click();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (isThere(pressed)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("nothing came after a click at " + place());
      }
      pause();
    }
  }

  private static boolean isThere(WebElement element) {
    try {
      return element.isEnabled() || element.isDisplayed();
    } catch (StaleElementReferenceException gone) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> strings(@Nullable Object list) {
    return ((List<?>) Objects.requireNonNull(list)).stream().map(String::valueOf);
  }

  private static Optional<File> program(String name) {
    Predicate<Path> runs = Files::isExecutable;
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
        .map(folder -> Path.of(folder, name))
        .filter(runs)
        .map(Path::toFile)
        .findFirst();
  }

  private static String axe() {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

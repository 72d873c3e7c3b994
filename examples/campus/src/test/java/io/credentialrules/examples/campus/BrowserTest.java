package io.credentialrules.examples.campus;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.examples.campus.decision.Cause;
import io.credentialrules.examples.campus.decision.Decisions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The pages in a real browser, as a phone and as a desktop shows them.
 *
 * <p>With {@code -Dcampus.pictures=FOLDER} each page that is visited is kept there as PNG.
 */
@Tag("once")
class BrowserTest {
  private static final List<Integer> WIDTHS = List.of(390, 1280);

  private static @Nullable Server server;
  private static @Nullable Browser browser;

  @BeforeAll
  static void start() {
    Browser.assumeInstalled();
    Server.CLOCK.set(LocalDate.of(2026, 4, 1));
    server =
        Server.start(
            Server.memory(),
            List.of(
                "--campus.packs="
                    + System.getProperty(
                        "campus.packs", "campus-first-aid,ums-framework,ums-horticulture"),
                "--campus.demo.learners=" + Integer.getInteger("campus.learners", 6)));
    browser = Browser.at(server.address());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void each_page_can_be_read_and_used_at_each_width() {
    List<String> faults = new ArrayList<>();
    browser().signIn("maria");
    browser().open("/me/badges");
    browser().press("Share");
    Visit maria = new Visit("maria", faults);
    maria.from("/me", "/me/evidence", "/me/badges", "/reviews");
    assertThat(maria.visited)
        .contains("/me", "/me/pathways/{id}", "/me/evidence", "/me/badges", "/badges/{id}");

    browser().signIn("theo");
    Visit theo = new Visit("theo", faults);
    theo.from("/reviews");
    assertThat(theo.visited).contains("/reviews", "/reviews/{id}", "/reviews/learners/{learner}");

    Map<String, String> homes =
        Map.of("ruth", "/registrar/decisions", "eve", "/employer", "alex", "/author");
    homes.forEach(
        (other, home) -> {
          browser().signIn(other);
          Visit visit = new Visit(other, faults);
          visit.from(home);
          assertThat(visit.visited).contains(home);
        });
    browser().signOut();
    new Visit("nobody", faults).from("/login?error");
    assertThat(faults).isEmpty();
  }

  @Test
  void evidence_that_is_accepted_becomes_a_badge_to_share() {
    server()
        .bean(Decisions.class)
        .change("l-0002", Cause.RECORD, "test", record -> record.with(OutboxTest.COURSE));
    browser().setWidth(390);
    browser().signIn("sam");
    browser().open("/me/pathways/first-aid");
    browser().press("What would earn it?");
    browser().await(".plan a");
    browser().follow("Submit this");
    assertThat(browser().place()).isEqualTo("/me/evidence?type=REFLECTION");
    browser().fill("title", "On bandages and knots");
    browser().press("Submit");
    assertThat(browser().text()).contains("Submitted", "On bandages and knots");
    browser().open("/me/badges");
    assertThat(browser().text()).doesNotContain("First aid");

    browser().signIn("theo");
    assertThat(browser().place()).isEqualTo("/reviews");
    browser().follow("On bandages and knots");
    browser().tick("input[type=checkbox]");
    browser().press("Accept");
    assertThat(browser().text()).contains("Accepted: Reflection");
    browser().open("/reviews");
    assertThat(browser().text()).doesNotContain("On bandages and knots");

    browser().signIn("sam");
    browser().open("/me/pathways/first-aid");
    assertThat(browser().text()).contains("Earned");
    browser().open("/me/badges");
    assertThat(browser().text()).contains("First aid");
    browser().press("Share");
    browser().follow("The page to share");
    assertThat(browser().text()).contains("First aid", "Awarded to", "Verified");
    assertThat(browser().complaints()).isEmpty();
  }

  @Test
  void an_author_finds_the_remark_under_the_cursor_and_what_the_text_decides() {
    browser().signIn("alex");
    browser().open("/author/file?pack=campus-first-aid&path=first-aid.drl");
    assertThat(browser().await("#answer .state")).isEqualTo("earned");
    assertThat(browser().await("#coverage .remarks")).contains("Line 8");
    browser().complaints();
    browser().fill("text", "rule");
    assertThat(browser().await("#problems li.problem")).contains("Error", "Line 27");
    assertThat(browser().await("#gutter .marked")).isEqualTo("27");
    browser().click("#problems li.problem button");
    assertThat(browser().await("#here")).startsWith("Line 27: ");
    assertThat(browser().await("#answer .hint")).contains("The text has errors");
    for (int width : WIDTHS) {
      assertThat(browser().faults(width)).isEmpty();
      keep("alex-error-" + width);
    }
    assertThat(browser().complaints()).isEmpty();
  }

  private static void keep(String name) {
    String folder = System.getProperty("campus.pictures");
    if (folder != null) {
      browser().picture(Path.of(folder, name + ".png"));
    }
  }

  private static Server server() {
    return Objects.requireNonNull(server);
  }

  private static Browser browser() {
    return Objects.requireNonNull(browser);
  }

  /** Somebody who follows all links, to one page of each kind. */
  private static final class Visit {
    private final Set<String> visited = new TreeSet<>();
    private final Deque<String> next = new ArrayDeque<>();
    private final String who;
    private final List<String> faults;

    Visit(String who, List<String> faults) {
      this.who = who;
      this.faults = faults;
    }

    void from(String... paths) {
      next.addAll(List.of(paths));
      while (!next.isEmpty()) {
        String path = next.remove();
        String pattern = pattern(path);
        if (!path.equals("/") && !path.endsWith(".json") && visited.add(pattern)) {
          visit(path);
        }
      }
    }

    private void visit(String path) {
      browser().complaints();
      browser().open(path);
      next.addAll(browser().links());
      look(path);
      if (browser().pressForPart()) {
        look(path + " with a part");
      }
      for (String complaint : browser().complaints()) {
        if (!complaint.contains("the server responded with a status of 40")) {
          faults.add(who + " at " + path + ": " + complaint);
        }
      }
    }

    private void look(String path) {
      for (int width : WIDTHS) {
        browser()
            .faults(width)
            .forEach(fault -> faults.add(who + " at " + path + ", " + width + " px: " + fault));
        keep(who + path.replaceAll("\\W+", "-") + "-" + width);
      }
    }
  }

  /** What the application answers this path with. */
  private static String pattern(String path) {
    PathContainer parsed = PathContainer.parsePath(path.replaceAll("\\?.*", ""));
    return server()
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream()
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .map(PathPatternParser.defaultInstance::parse)
        .filter(pattern -> pattern.matches(parsed))
        .min(PathPattern.SPECIFICITY_COMPARATOR)
        .map(PathPattern::getPatternString)
        .orElse(path);
  }
}

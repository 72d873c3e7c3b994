package io.credentialrules.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.credentialrules.openbadges.AchievementMapping;
import io.credentialrules.openbadges.BadgeImport;
import io.credentialrules.openbadges.BadgeReader;
import io.credentialrules.openbadges.Holder;
import io.credentialrules.openbadges.Multikey;
import io.credentialrules.openbadges.Verification;
import io.credentialrules.vocabulary.HeldCredential;
import java.io.File;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An employer opens the page of the macro-badge in a browser, downloads the badge from it, and
 * finds it genuine: the same credential, since the same day.
 */
@Tag("once")
final class BadgeInBrowserTest {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Pattern DOWNLOAD = Pattern.compile("<a[^>]*download=\"badge\\.json\"[^>]*>");
  private static final Pattern ADDRESS = Pattern.compile("href=\"data:([^\",]*),([^\"]*)\"");

  @TempDir private Path folder = Path.of("");

  @Test
  void an_employer_opens_the_page_and_downloads_a_badge_that_is_genuine() throws Exception {
    Path browser = browser();
    assumeTrue(
        browser != null,
        "there is no Chromium on the path; install `chromium` to open the page of the badge");
    Golden.printedBy(Badges::main, "badges", folder.toString());
    Path page = folder.resolve("horticulture.html");
    String shown = opened(String.valueOf(browser), "--dump-dom", page);
    assertThat(shown)
        .contains("<h1>Maine Horticulture Apprenticeship micro-credential</h1>")
        .contains("Awarded to Maria")
        .contains("What it takes")
        .contains("Verified</span>")
        .doesNotContain("urn:uuid:0b0f6c1e-7d55-4f0e-9d3a-1f6f5a1c2d3e</")
        .doesNotContain("<script");

    byte[] downloaded = downloaded(shown);
    PublicKey key = Multikey.decode(Files.readString(folder.resolve("key.txt")));
    BadgeImport read =
        BadgeReader.builder(ZoneId.of("America/New_York"))
            .keys((issuer, method) -> Optional.of(key))
            .mapping(
                AchievementMapping.of(
                    AchievementMapping.Entry.ofId(
                        "https://badges.university.example/issuer",
                        "https://badges.university.example/achievements/horticulture",
                        "horticulture")))
            .build()
            .read(
                "badge.json",
                downloaded,
                Holder.of("urn:uuid:0b0f6c1e-7d55-4f0e-9d3a-1f6f5a1c2d3e"),
                Instant.parse("2026-11-25T15:00:00Z"));
    assertThat(read.credentials().get(0).verification().outcome())
        .isEqualTo(Verification.Outcome.VALID);
    assertThat(read.facts())
        .filteredOn(HeldCredential.class::isInstance)
        .singleElement()
        .satisfies(
            fact -> assertThat(((HeldCredential) fact).credential()).isEqualTo("horticulture"));

    Path printed = folder.resolve("printed.pdf");
    opened(String.valueOf(browser), "--print-to-pdf=" + printed, page);
    assertThat(new String(Files.readAllBytes(printed), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF");
  }

  private static byte[] downloaded(String page) {
    Matcher links = DOWNLOAD.matcher(page);
    while (links.find()) {
      Matcher address = ADDRESS.matcher(links.group());
      if (address.find()) {
        String data = address.group(2).replace("&amp;", "&");
        return address.group(1).endsWith(";base64")
            ? Base64.getDecoder().decode(data)
            : URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError("the page has no badge to download");
  }

  /** What the browser writes of a page that it has opened, without a network. */
  private String opened(String browser, String wish, Path page)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(browser, "--headless", "--no-sandbox"));
    command.addAll(
        List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + folder.resolve("profile"),
            wish,
            page.toUri().toString()));
    Path out = folder.resolve("out.html");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      abort("the browser did not start within a minute");
    }
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("err.txt"))).isZero();
    return Files.readString(out);
  }

  private static @Nullable Path browser() {
    String path = System.getenv("PATH");
    for (String directory : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      for (String name : BROWSERS) {
        Path file = Path.of(directory, name);
        if (!directory.isEmpty() && Files.isExecutable(file)) {
          return file;
        }
      }
    }
    return null;
  }
}

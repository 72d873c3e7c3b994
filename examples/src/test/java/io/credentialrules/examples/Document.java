package io.credentialrules.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown document of the repository, as its fenced blocks and its links.
 *
 * @param path relative to the repository's root, with forward slashes
 */
record Document(String path, String text) {
  private static final Pattern FENCE =
      Pattern.compile("^```([^\\n]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  /**
   * A fenced block.
   *
   * @param kind what follows the backticks
   * @param line the line on which its text begins
   */
  record Block(String kind, String text, int line) {}

  /** The READMEs, and everything in {@code docs/}. */
  static List<Document> all() {
    List<Document> documents = new ArrayList<>();
    try (Stream<Path> docs = Files.list(Golden.ROOT.resolve("docs"))) {
      Stream.concat(
              Stream.of(
                      "README.md",
                      "CONTRIBUTING.md",
                      "CHANGELOG.md",
                      "benchmarks/README.md",
                      "SECURITY.md",
                      "examples/README.md",
                      "examples/outside/README.md",
                      "rules/README.md")
                  .map(Golden.ROOT::resolve),
              docs.sorted())
          .filter(path -> Files.isRegularFile(path) && path.toString().endsWith(".md"))
          .forEach(path -> documents.add(read(path)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return documents;
  }

  static Document read(Path path) {
    try {
      return new Document(
          Golden.ROOT.relativize(path).toString().replace('\\', '/'), Files.readString(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Document readme() {
    return read(Golden.ROOT.resolve("README.md"));
  }

  /** The blocks of a kind, in order. */
  List<Block> blocks(String kind) {
    List<Block> blocks = new ArrayList<>();
    Matcher fence = FENCE.matcher(text);
    while (fence.find()) {
      if (fence.group(1).strip().equals(kind)) {
        int line = (int) text.substring(0, fence.start(2)).lines().count() + 1;
        blocks.add(new Block(kind, fence.group(2), line));
      }
    }
    return blocks;
  }

  /** The targets of its links outside of blocks. */
  List<String> links() {
    List<String> links = new ArrayList<>();
    Matcher link = LINK.matcher(FENCE.matcher(text).replaceAll("").replaceAll("`[^`]*`", ""));
    while (link.find()) {
      links.add(link.group(1));
    }
    return links;
  }

  /** The anchors of its headings, as GitHub makes them. */
  List<String> anchors() {
    return FENCE
        .matcher(text)
        .replaceAll("")
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ *", "").toLowerCase(java.util.Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  @Override
  public String toString() {
    return path;
  }
}

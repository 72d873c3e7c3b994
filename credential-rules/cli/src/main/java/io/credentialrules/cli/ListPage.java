package io.credentialrules.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A page of headings with what is said below each, written as it comes. It is one file, has no
 * scripts, loads nothing and prints well; nothing in it acts, whatever a record holds.
 */
final class ListPage implements AutoCloseable {
  private static final Pattern ACTING = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\u200c\\u200d]]");
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      """;
  private static final String STYLE =
      """
      <style>
      :root{color-scheme:light dark}
      body{max-width:60rem;margin:0 auto;padding:1.25rem 1rem;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
      h1{font-size:1.6rem;margin:0 0 .5rem}
      h2{font-size:1.1rem;margin:0}
      section{border:1px solid GrayText;border-radius:.6rem;padding:.8rem 1rem;margin:0 0 1rem}
      ul{margin:.3rem 0 0;padding-left:1.25rem}
      @media print{body{max-width:none;padding:0;font-size:10.5pt}section{break-inside:avoid}}
      </style>
      """;

  private final PrintWriter out;

  private ListPage(PrintWriter out) {
    this.out = out;
  }

  /** Begins a page; null where the file cannot be written, which is told. */
  static @Nullable ListPage open(CommandSpec spec, Path file, String title, String below) {
    try {
      ListPage page =
          new ListPage(
              new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), false));
      page.out.print(HEAD);
      page.out.print("<title>" + escaped(title) + "</title>\n" + STYLE + "</head>\n<body>\n");
      page.out.print("<h1>" + escaped(title) + "</h1>\n<p>" + escaped(below) + "</p>\n<main>\n");
      return page;
    } catch (IOException failure) {
      Terminal.err(spec)
          .line("--html: `" + file + "` cannot be written: check that its folder is there");
      return null;
    }
  }

  /** A heading and what is said below it. */
  void section(String heading, List<String> lines) {
    out.print("<section>\n<h2>" + escaped(heading) + "</h2>\n");
    if (!lines.isEmpty()) {
      out.print("<ul>\n");
      lines.forEach(line -> out.print("<li>" + escaped(line) + "</li>\n"));
      out.print("</ul>\n");
    }
    out.print("</section>\n");
  }

  private static String escaped(String text) {
    return ACTING
        .matcher(text)
        .replaceAll("\uFFFD")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Ends the page. */
  @Override
  public void close() {
    out.print("</main>\n</body>\n</html>\n");
    out.close();
  }
}

package io.credentialrules.openbadges;

import com.google.common.html.HtmlEscapers;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A page of HTML while it is written, without scripts and without anything that is fetched. Texts
 * are escaped; only what {@link #append} is given is written as it is.
 */
final class HtmlPage {
  private static final Pattern HARMFUL =
      Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");
  private static final String STYLE =
      """
      :root{--ink:#1b1f24;--soft:#4a525c;--paper:#fff;--panel:#f5f7f9;--edge:#757e8a;--link:#0b57a4;--good:#14662f;--stop:#a11622;color-scheme:light dark}
      @media (prefers-color-scheme:dark){:root{--ink:#e8ebee;--soft:#b6bec7;--paper:#14181d;--panel:#1d232a;--edge:#7d8894;--link:#8cc2ff;--good:#7fd69a;--stop:#ff9c9c}}
      *{box-sizing:border-box}
      body{margin:0 auto;max-width:48rem;padding:1.25rem 1rem 2rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
      header{display:flex;gap:1.25rem;align-items:center;flex-wrap:wrap}
      header img{width:11rem;height:11rem;flex:none}
      header div{flex:1 1 18rem}
      h1{font-size:1.6rem;line-height:1.25;margin:0 0 .4rem}
      h2{font-size:1.15rem;margin:1.75rem 0 .5rem;padding-top:.6rem;border-top:2px solid var(--edge)}
      p{margin:.3rem 0}
      ul{margin:.3rem 0;padding-left:1.25rem}
      a{color:var(--link)}
      a:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
      .soft{color:var(--soft)}
      .prose{white-space:pre-line}
      .code{font-family:ui-monospace,SFMono-Regular,Consolas,monospace;font-size:.85rem}
      dl{display:grid;grid-template-columns:fit-content(45%) minmax(0,1fr);gap:.2rem .9rem;margin:.5rem 0}
      dt{color:var(--soft)}
      dd{margin:0}
      .VALID{color:var(--good);font-weight:600}
      .INVALID,.NOT_CHECKED{color:var(--stop);font-weight:600}
      table{border-collapse:collapse;width:100%;font-size:.95rem}
      th,td{text-align:left;vertical-align:top;padding:.3rem .75rem .3rem 0;border-top:1px solid var(--edge)}
      .actions{display:flex;flex-wrap:wrap;gap:.6rem;padding:0;list-style:none}
      .actions a{display:inline-block;border:1.5px solid var(--link);border-radius:.4rem;padding:.35rem .8rem;text-decoration:none}
      @media print{:root{--ink:#1b1f24;--soft:#4a525c;--paper:#fff;--panel:#fff;--edge:#757e8a;--link:#0b57a4;--good:#14662f;--stop:#a11622}body{font-size:10.5pt;padding:0;max-width:none}.actions{display:none}section{break-inside:avoid}h2{break-after:avoid}}
      """;

  private final StringBuilder page = new StringBuilder();

  void begin(String title) {
    append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    append("<meta name=\"referrer\" content=\"no-referrer\">\n");
    append("<meta name=\"robots\" content=\"noindex\">\n");
    append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    append(" style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
    append("<title>").append(escaped(title)).append("</title>\n<style>\n").append(STYLE);
    append("</style>\n</head>\n<body>\n");
  }

  /** Ends the page; the whole of it. */
  String end() {
    return append("</body>\n</html>\n").page.toString();
  }

  /** Writes HTML. */
  HtmlPage append(String html) {
    page.append(html);
    return this;
  }

  void download(String name, String address, String label) {
    page.append("<li><a download=\"").append(name).append("\" href=\"").append(address);
    page.append("\">").append(label).append("</a></li>\n");
  }

  void section(String heading) {
    page.append("<section>\n<h2>").append(heading).append("</h2>\n");
  }

  void line(String text) {
    page.append("<p>").append(escaped(text)).append("</p>\n");
  }

  void term(String term, String value) {
    if (!value.isEmpty()) {
      page.append("<dt>").append(escaped(term)).append("</dt><dd>").append(escaped(value));
      page.append("</dd>\n");
    }
  }

  void link(String address, String label) {
    if (isWeb(address)) {
      page.append(" <a rel=\"noopener noreferrer\" href=\"").append(escaped(address)).append("\">");
      page.append(escaped(label)).append("</a>");
    }
  }

  static boolean isWeb(String address) {
    return address.matches("https?://[^\\s\"'<>]+");
  }

  static String data(String type, String content) {
    return "data:"
        + type
        + ";base64,"
        + BaseEncoding.base64().encode(content.getBytes(StandardCharsets.UTF_8));
  }

  static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(HARMFUL.matcher(text).replaceAll("\uFFFD"));
  }
}

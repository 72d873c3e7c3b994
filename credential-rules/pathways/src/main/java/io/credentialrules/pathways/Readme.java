package io.credentialrules.pathways;

import java.util.List;
import java.util.Set;

/** The page of a pack that was a pathway. */
final class Readme {
  private final Pathway pathway;
  private final ElementIds ids;
  private final List<Element> written;
  private final Set<String> external;

  Readme(Pathway pathway, ElementIds ids, List<Element> written, Set<String> external) {
    this.pathway = pathway;
    this.ids = ids;
    this.written = written;
    this.external = external;
  }

  String text() {
    StringBuilder page = new StringBuilder("# ");
    page.append(cell(pathway.name().isEmpty() ? pathway.source() : pathway.name()));
    page.append("\n\nFrom `")
        .append(ForeignText.line(pathway.source()).replace('`', '\''))
        .append("`");
    if (!pathway.address().isEmpty() && !pathway.address().startsWith("_:")) {
      page.append(", ").append(cell(pathway.address()));
    }
    page.append(
        ". A person has to review it before it decides anything.\n\n## What it leads to\n\n");
    for (String key : pathway.destinations()) {
      Element element = pathway.element(key);
      page.append("- `").append(ids.of(key)).append("`: ");
      page.append(cell(element == null ? key : element.name())).append('\n');
    }
    page.append("\n## Elements\n\n| id | name | published at |\n|---|---|---|\n");
    written.forEach(element -> row(page, element));
    if (!external.isEmpty()) {
      page.append("\n## Credentials that are awarded elsewhere\n\n");
      page.append("Records and mappings name them by these ids.\n\n");
      page.append("| id | name | published at |\n|---|---|---|\n");
      for (String key : external) {
        Element element = pathway.element(key);
        if (element != null) {
          row(page, element);
        }
      }
    }
    levels(page);
    page.append("\n## What could not be carried over\n\n");
    List<String> leftOut = pathway.leftOut();
    page.append(leftOut.isEmpty() ? "Nothing.\n" : "");
    leftOut.forEach(sentence -> page.append("- ").append(cell(sentence)).append('\n'));
    return page.toString();
  }

  private void levels(StringBuilder page) {
    if (pathway.levels().isEmpty()) {
      return;
    }
    page.append("\n## Levels\n\nFrom low to high; records name them by these words.\n\n");
    page.append("| id | word | published as |\n|---|---|---|\n");
    pathway
        .levels()
        .forEach(
            (key, levels) -> {
              for (CaseScale.Level level : levels) {
                page.append("| `").append(ids.of(key)).append("` | `").append(level.word());
                page.append("` | ").append(cell(level.name())).append(" |\n");
              }
            });
  }

  private void row(StringBuilder page, Element element) {
    page.append("| `").append(ids.of(element.key())).append("` | ").append(cell(element.name()));
    page.append(" | ").append(cell(String.join(" ", element.addresses()))).append(" |\n");
  }

  private static String cell(String text) {
    return ForeignText.line(text).replaceAll("([\\\\|<>\\[\\]*_#])", "\\\\$1");
  }
}

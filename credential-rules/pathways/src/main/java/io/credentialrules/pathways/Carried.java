package io.credentialrules.pathways;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file of {@link PathwayWriter} carries of a rule beside CTDL. It is taken only as far as it
 * can be nothing but a part of one rule; what the pack's checks refuse of it is a sign-off.
 *
 * @param id the id in the policy; empty where there is none
 * @param annotations each as it is written
 * @param when conditions as they are written; empty for none
 * @param isRefused whether there were conditions and they are not right, so that somebody signs
 */
record Carried(String id, List<String> annotations, String when, boolean isRefused) {
  /** Of an element that another program wrote. */
  static final Carried NOTHING = new Carried("", List.of(), "", false);

  private static final int LONGEST = 20_000;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final String QUOTED = "\"(?:\\\\.|[^\"\\\\\\n])*+\"";
  private static final Pattern ANNOTATION =
      Pattern.compile(
          "@(?:name|pathway|level|recommends|validFor|renews|lapses|evidence|source|alignment|scale)"
              + "\\( (?:\\d{1,2}|"
              + QUOTED
              + "(?:, "
              + QUOTED
              + ")*+) \\)");
  private static final Pattern TEXTS = Pattern.compile(QUOTED + "|'(?:\\\\.|[^'\\\\\\n])*+'");
  private static final Pattern NO_CONDITION =
      Pattern.compile(
          "(?s).*(?:(?<![$\\w])(?:then|end|rule|when|package|import|declare|query|function|global|extends)\\b"
              + "|//|/\\*|#|@(?!including\\b)|[\"']).*");

  Carried {
    annotations = List.copyOf(annotations);
  }

  /** What a node carries. */
  static Carried of(Graph.Node node) {
    String id = Graph.text(node.get("policyId"));
    if (!ID.matcher(id).matches()) {
      return NOTHING;
    }
    JsonNode stated = node.get("policyAnnotation");
    List<String> annotations =
        Graph.texts(stated).stream()
            .filter(text -> text.length() <= LONGEST && ANNOTATION.matcher(text).matches())
            .toList();
    String when = Graph.text(node.get("policyWhen"));
    boolean isRight = isConditions(when);
    return new Carried(id, annotations, isRight ? when : "", !isRight);
  }

  /** Whether a text can only be conditions: the language has no code, and this no second rule. */
  private static boolean isConditions(String text) {
    return text.length() <= LONGEST
        && !NO_CONDITION.matcher(TEXTS.matcher(text).replaceAll("_")).matches();
  }

  boolean has(@Nullable String annotation) {
    return annotations.stream().anyMatch(one -> one.startsWith("@" + annotation + "("));
  }

  /** The same without the annotations. */
  Carried withoutAnnotations() {
    return new Carried(id, List.of(), when, isRefused);
  }

  /** The same without both. */
  Carried withoutAll() {
    return new Carried(id, List.of(), "", isRefused || !when.isEmpty());
  }

  /** The same without the conditions. */
  Carried withoutConditions() {
    return new Carried(id, annotations, "", true);
  }
}

package io.credentialrules.internal.read;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.policy.Reference;
import io.credentialrules.policy.Scale;
import io.credentialrules.policy.Silence;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arguments of annotations as typed values; what is not one is reported and null. */
final class AnnotationArguments {
  /** The annotations that exist, with an example for messages. */
  private static final Map<String, String> EXAMPLES =
      ImmutableMap.<String, String>builder()
          .put("requirement", "@requirement( \"host-feedback\" )")
          .put("credential", "@credential( \"horticulture-level-3\" )")
          .put("pathway", "@pathway( \"horticulture\" )")
          .put("level", "@level( 3 )")
          .put("source", "@source( \"the page or book, and when it was read\" )")
          .put("scale", "@scale( \"LOW < MIDDLE < HIGH\" )")
          .put("validFor", "@validFor( \"2 years\" )")
          .put("lapses", "@lapses( \"with-components\" )")
          .put("versionBy", "@versionBy( \"policy-date\" )")
          .put("evidence", "@evidence( \"exclusive\" )")
          .put("recommends", "@recommends( \"host-feedback\" )")
          .put("silence", "@silence( \"level-gap\", \"why it does not apply\" )")
          .put("description", "@description( \"a few words\" )")
          .buildOrThrow();

  private final Problems problems;

  AnnotationArguments(Problems problems) {
    this.problems = problems;
  }

  static Set<String> annotations() {
    return EXAMPLES.keySet();
  }

  @Nullable Reference id(Annotation annotation) {
    Annotation.Value value = single(annotation);
    return value == null ? null : id(value);
  }

  List<Reference> ids(Annotation annotation) {
    if (annotation.values().isEmpty()) {
      reportCount(annotation, "needs a value");
    }
    List<Reference> ids = new ArrayList<>();
    for (Annotation.Value value : annotation.values()) {
      Reference id = id(value);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  private @Nullable Reference id(Annotation.Value value) {
    if (value.isText() && AnnotationValues.isId(value.text())) {
      return new Reference(value.text(), value.span());
    }
    String nearest = AnnotationValues.nearestId(value.text());
    report(
        "bad-id",
        value,
        "is no id",
        nearest == null
            ? "an id has small letters, digits, `.`, `_` and `-`, begins with a letter or digit,"
                + " and has at most "
                + AnnotationValues.LONGEST_ID
                + " characters"
            : "maybe `\"" + nearest + "\"`");
    return null;
  }

  @Nullable Integer level(Annotation annotation) {
    Annotation.Value value = single(annotation);
    Integer level = value == null ? null : AnnotationValues.level(value);
    if (value != null && level == null) {
      report(
          "bad-level",
          value,
          "is no level",
          "write a whole number from 1 to 99" + (value.isText() ? ", without quotes" : ""));
    }
    return level;
  }

  @Nullable Scale scale(Annotation annotation) {
    Annotation.Value value = single(annotation);
    List<String> levels =
        value == null || !value.isText() ? null : AnnotationValues.scale(value.text());
    if (value != null && levels == null) {
      report(
          "bad-scale",
          value,
          "is no scale",
          "write two or more different words from low to high: `\"LOW < MIDDLE < HIGH\"`");
    }
    return levels == null ? null : new Scale(levels, annotation.span());
  }

  @Nullable Period period(Annotation annotation) {
    Annotation.Value value = single(annotation);
    Period period = value == null || !value.isText() ? null : AnnotationValues.period(value.text());
    if (value != null && period == null) {
      report("bad-period", value, "is no period", "write `\"P1Y\"`, `\"7 days\"` or `\"2 years\"`");
    }
    return period;
  }

  @Nullable String text(Annotation annotation) {
    Annotation.Value value = single(annotation);
    if (value == null) {
      return null;
    }
    if (value.isText() && !value.text().isBlank()) {
      return value.text();
    }
    report("annotation-value", value, "says nothing", "write a text in quotes");
    return null;
  }

  <T> @Nullable T choice(Annotation annotation, ImmutableMap<String, T> choices) {
    Annotation.Value value = single(annotation);
    if (value == null) {
      return null;
    }
    T chosen = value.isText() ? choices.get(value.text()) : null;
    if (chosen == null) {
      report(
          "unknown-setting",
          value,
          "is no setting of `@" + annotation.name() + "`",
          "write `\"" + String.join("\"` or `\"", choices.keySet()) + "\"`");
    }
    return chosen;
  }

  @Nullable Silence silence(Annotation annotation) {
    List<Annotation.Value> values = annotation.values();
    boolean complete =
        values.size() == 2
            && values.get(0).isText()
            && AnnotationValues.isId(values.get(0).text())
            && values.get(1).isText()
            && !values.get(1).text().isBlank();
    if (complete) {
      return new Silence(values.get(0).text(), values.get(1).text(), annotation.span());
    }
    problems.add(
        "bad-silence",
        annotation.span(),
        "`@silence` takes the code of a warning and the reason why it does not apply",
        "write `" + EXAMPLES.get("silence") + "`");
    return null;
  }

  private Annotation.@Nullable Value single(Annotation annotation) {
    if (annotation.values().size() == 1) {
      return annotation.values().get(0);
    }
    reportCount(annotation, annotation.values().isEmpty() ? "needs a value" : "takes one value");
    return null;
  }

  private void reportCount(Annotation annotation, String what) {
    problems.add(
        "annotation-value",
        annotation.span(),
        "`@" + annotation.name() + "` " + what,
        "write `" + EXAMPLES.get(annotation.name()) + "`");
  }

  private void report(String code, Annotation.Value value, String what, String hint) {
    problems.add(code, value.span(), Quoted.of(value.text()) + " " + what, hint);
  }
}

package io.credentialrules.internal.read.rule;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.ValidTo;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.policy.syntax.Scale;
import io.credentialrules.policy.syntax.Silence;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The arguments of annotations as typed values; what is not one is reported and null. */
final class AnnotationArguments {
  /** The annotations that exist, with an example for messages. */
  private static final Map<String, String> EXAMPLES =
      ImmutableMap.<String, String>builder()
          .put("requirement", "@requirement( \"host-feedback\" )")
          .put("credential", "@credential( \"horticulture-level-3\" )")
          .put("name", "@name( \"Feedback by the host\" )")
          .put("pathway", "@pathway( \"horticulture\" )")
          .put("level", "@level( 3 )")
          .put("source", "@source( \"the page or book, and when it was read\" )")
          .put("alignment", "@alignment( \"Teamwork\", \"https://its.address\" )")
          .put("scale", "@scale( \"LOW < MIDDLE < HIGH\" )")
          .put("validFor", "@validFor( \"2 years\" )")
          .put("renews", "@renews( \"each-part\" )")
          .put("lapses", "@lapses( \"with-components\" )")
          .put("versionBy", "@versionBy( \"policy-date\" )")
          .put("evidence", "@evidence( \"exclusive\" )")
          .put("recommends", "@recommends( \"host-feedback\" )")
          .put("external", "@external( \"first-aid\", \"lifeguard\" )")
          .put("zone", "@zone( \"America/New_York\" )")
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
      problems.add(
          annotation.span(), RuleFaults.annotationValue(annotation.name(), example(annotation)));
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
    problems.add(
        value.span(),
        nearest == null
            ? RuleFaults.badId(value.text(), AnnotationValues.LONGEST_ID)
            : RuleFaults.badIdNearly(value.text(), nearest));
    return null;
  }

  @Nullable Integer level(Annotation annotation) {
    Annotation.Value value = single(annotation);
    Integer level = value == null ? null : AnnotationValues.level(value);
    if (value != null && level == null) {
      problems.add(
          value.span(),
          value.isText()
              ? RuleFaults.badLevelQuoted(value.text())
              : RuleFaults.badLevel(value.text()));
    }
    return level;
  }

  /** One scale or several; empty where there is a problem. */
  List<Scale> scales(Annotation annotation) {
    if (annotation.values().isEmpty()) {
      single(annotation);
    }
    List<Scale> scales = new ArrayList<>();
    for (Annotation.Value value : annotation.values()) {
      List<String> levels = value.isText() ? AnnotationValues.scale(value.text()) : null;
      if (value.isName()) {
        scales.add(new Scale(List.of(), value.span(), value.text()));
      } else if (levels != null) {
        scales.add(
            new Scale(levels, annotation.values().size() == 1 ? annotation.span() : value.span()));
      } else {
        String ascending = AnnotationValues.ascending(value.text());
        problems.add(
            value.span(),
            ascending == null
                ? RuleFaults.badScale(value.text())
                : RuleFaults.badScaleDescending(value.text(), ascending));
      }
    }
    return scales;
  }

  @Nullable Period period(Annotation annotation) {
    Annotation.Value value =
        annotation.values().size() == 2 ? annotation.values().get(0) : single(annotation);
    Period period = value == null || !value.isText() ? null : AnnotationValues.period(value.text());
    if (value != null && period == null) {
      problems.add(value.span(), RuleFaults.badPeriod(value.text()));
    }
    return period;
  }

  /** The days on which validities end; null where there is no second text. */
  @Nullable ValidTo validTo(Annotation annotation) {
    if (annotation.values().size() != 2) {
      return null;
    }
    Annotation.Value value = annotation.values().get(1);
    ValidTo days = value.isText() ? AnnotationValues.validTo(value.text()) : null;
    if (days == null) {
      problems.add(value.span(), RuleFaults.badEndOfValidity(value.text()));
    }
    return days;
  }

  @Nullable String text(Annotation annotation) {
    Annotation.Value value = single(annotation);
    if (value == null) {
      return null;
    }
    if (value.isText() && !value.text().isBlank()) {
      return value.text();
    }
    problems.add(value.span(), RuleFaults.annotationValueNoText(value.text()));
    return null;
  }

  <T> @Nullable T choice(Annotation annotation, ImmutableMap<String, T> choices) {
    Annotation.Value value = single(annotation);
    if (value == null) {
      return null;
    }
    T chosen = value.isText() ? choices.get(value.text()) : null;
    if (chosen == null) {
      problems.add(
          value.span(),
          RuleFaults.unknownSetting(
              value.text(),
              annotation.name(),
              "`\"" + String.join("\"` or `\"", choices.keySet()) + "\"`"));
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
    problems.add(annotation.span(), RuleFaults.badSilence(example(annotation)));
    return null;
  }

  private Annotation.@Nullable Value single(Annotation annotation) {
    if (annotation.values().size() == 1) {
      return annotation.values().get(0);
    }
    problems.add(
        annotation.span(),
        annotation.values().isEmpty()
            ? RuleFaults.annotationValue(annotation.name(), example(annotation))
            : RuleFaults.annotationValueSeveral(annotation.name(), example(annotation)));
    return null;
  }

  private static String example(Annotation annotation) {
    return EXAMPLES.getOrDefault(annotation.name(), "");
  }

  /** The zone of a name; the names are those of the time zone database that comes with Java. */
  @Nullable ZoneId zone(Annotation annotation) {
    Annotation.Value value = single(annotation);
    if (value == null) {
      return null;
    }
    if (value.isText() && ZoneId.getAvailableZoneIds().contains(value.text())) {
      return ZoneId.of(value.text());
    }
    String nearest =
        NearestWord.of(value.text().replace(' ', '_'), new TreeSet<>(ZoneId.getAvailableZoneIds()));
    problems.add(
        value.span(),
        nearest == null
            ? RuleFaults.badZone(value.text())
            : RuleFaults.badZoneNearly(value.text(), nearest));
    return null;
  }
}

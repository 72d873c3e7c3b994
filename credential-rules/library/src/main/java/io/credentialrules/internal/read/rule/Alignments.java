package io.credentialrules.internal.read.rule;

import io.credentialrules.internal.fault.FrameworkFaults;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.policy.AlignmentTarget;
import java.util.ArrayList;
import java.util.List;

/** What a rule is aligned to, by its annotations: each address once, and not too many. */
final class Alignments {
  /** A decision tells those of all rules that met it. */
  private static final int MOST = 50;

  private static final String EXAMPLE =
      "@alignment( \"what it is\", \"https://its.address\", \"the framework\", \"its code there\" )";

  private final Problems problems;
  private final List<AlignmentTarget> targets = new ArrayList<>();

  Alignments(Problems problems) {
    this.problems = problems;
  }

  List<AlignmentTarget> targets() {
    return targets;
  }

  /** A name and an address, then perhaps a framework and a code. */
  void add(Annotation annotation) {
    List<Annotation.Value> values = annotation.values();
    boolean complete =
        values.size() >= 2
            && values.size() <= 4
            && values.stream().allMatch(value -> value.isText() && !value.text().isBlank());
    if (!complete) {
      problems.add(annotation.span(), FrameworkFaults.badAlignment(EXAMPLE));
      return;
    }
    Annotation.Value url = values.get(1);
    if (!AnnotationValues.isAddress(url.text())) {
      problems.add(url.span(), FrameworkFaults.badAlignmentAddress(url.text()));
    } else if (targets.stream().anyMatch(other -> other.url().equals(url.text()))) {
      problems.add(annotation.span(), FrameworkFaults.duplicateAlignment(url.text()));
    } else if (targets.size() == MOST) {
      problems.add(annotation.span(), FrameworkFaults.duplicateAlignmentMany(MOST));
    } else {
      targets.add(
          AlignmentTarget.of(
              values.get(0).text(),
              url.text(),
              values.size() > 2 ? values.get(2).text() : null,
              values.size() > 3 ? values.get(3).text() : null));
    }
  }
}

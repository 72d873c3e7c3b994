package io.credentialrules.internal.result;

import io.credentialrules.Progress;
import io.credentialrules.RequirementResult;
import io.credentialrules.Route;
import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A {@link Route} as the library states it. */
public record StatedRoute(
    String rule,
    SourceSpan place,
    List<RequirementResult> requirements,
    List<RequirementResult> recommendations,
    CredentialSettings settings,
    Window window,
    LocalDate versionDate,
    List<String> sources,
    List<AlignmentTarget> alignments)
    implements Route {

  /** Copies the lists. */
  public StatedRoute {
    requirements = List.copyOf(requirements);
    recommendations = List.copyOf(recommendations);
    sources = List.copyOf(sources);
    alignments = List.copyOf(alignments);
  }

  @Override
  public List<RequirementResult> missing() {
    List<RequirementResult> missing = new ArrayList<>();
    for (RequirementResult requirement : requirements) {
      if (!requirement.isSatisfied()) {
        missing.add(requirement);
      }
    }
    return Collections.unmodifiableList(missing);
  }

  @Override
  public Progress progress() {
    return new StatedProgress(requirements.size() - missing().size(), requirements.size());
  }

  /** Such as {@code Level 3: 3 of 5}. */
  @Override
  public String toString() {
    return rule + ": " + progress();
  }
}

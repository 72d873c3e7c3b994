package io.credentialrules;

import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.util.List;

/**
 * One credential rule as one way to a credential, with where each of its requirements stands.
 *
 * @param rule the name of the rule
 * @param place where it stands
 * @param requirements in the order of the rule's conditions
 * @param recommendations what is recommended beside; it decides nothing
 * @param settings what the policy says where institutions differ
 * @param window when the rule is in force; the rule is one version of the policy where it is
 *     bounded
 * @param versionDate the date that chose the version: that of evaluation or the learner's own
 *     policy date
 */
public record Route(
    String rule,
    SourceSpan place,
    List<RequirementResult> requirements,
    List<RequirementResult> recommendations,
    CredentialSettings settings,
    Window window,
    LocalDate versionDate) {

  /** Copies the lists. */
  public Route {
    requirements = List.copyOf(requirements);
    recommendations = List.copyOf(recommendations);
  }

  /** The requirements that are not satisfied, in order. */
  public List<RequirementResult> missing() {
    return requirements.stream().filter(requirement -> !requirement.isSatisfied()).toList();
  }

  /** How many of the requirements are satisfied. */
  public Progress progress() {
    return new Progress(requirements.size() - missing().size(), requirements.size());
  }
}

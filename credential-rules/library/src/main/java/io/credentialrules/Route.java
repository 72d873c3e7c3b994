package io.credentialrules;

import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.util.List;

/** One credential rule as one way to a credential, with the state of each of its requirements. */
public interface Route {

  /** The name of the rule. */
  String rule();

  /** Its place in the policy. */
  SourceSpan place();

  /** In the order of the rule's conditions. */
  List<RequirementResult> requirements();

  /** What is recommended beside; it decides nothing. */
  List<RequirementResult> recommendations();

  /** What the policy says where institutions differ. */
  CredentialSettings settings();

  /** When the rule is in force; the rule is one version of the policy where it is bounded. */
  Window window();

  /** The date that chose the version: that of evaluation or the learner's own policy date. */
  LocalDate versionDate();

  /**
   * Where the rule and those of its requirements that are in force were published, from {@code
   * @source}: that of the rule first, each once; empty where none says so.
   */
  List<String> sources();

  /**
   * What the rule and those of its requirements that are in force are aligned to, from {@code
   * @alignment}: that of the rule first, each once. It decides nothing.
   */
  List<AlignmentTarget> alignments();

  /** The requirements that are not satisfied, in order. */
  List<RequirementResult> missing();

  /** How many of the requirements are satisfied. */
  Progress progress();
}

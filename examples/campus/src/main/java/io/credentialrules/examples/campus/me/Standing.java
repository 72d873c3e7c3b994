package io.credentialrules.examples.campus.me;

import io.credentialrules.Credential;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import io.credentialrules.report.Sentences;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.Learner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where a learner is, as a page shows it: an evaluation in sentences. */
public final class Standing {
  private final Sentences sentences;

  private Standing(Evaluation evaluation) {
    this.sentences = Sentences.of(evaluation, Locale.US);
  }

  /**
   * A pathway.
   *
   * @param id its id
   * @param name the name of its last credential, to which it leads
   * @param earned how many credentials of it are earned
   * @param begun whether anything of the record bears on it
   * @param credentials its credentials, in their order
   */
  public record Pathway(
      String id, String name, long earned, boolean begun, List<CredentialView> credentials) {}

  /**
   * A credential of a pathway.
   *
   * @param id its id
   * @param name its name
   * @param earned whether it is earned
   * @param sentence the decision in a sentence
   * @param begun whether anything of the record bears on it
   * @param requirements what it asks for
   */
  public record CredentialView(
      String id,
      String name,
      boolean earned,
      String sentence,
      boolean begun,
      List<RequirementView> requirements) {}

  /**
   * A requirement of a credential.
   *
   * @param name what it asks for
   * @param state the state in a word or two
   * @param style the state as a class of the style sheet
   * @param why why it is so
   * @param missing what the nearest way to meet it lacks
   */
  public record RequirementView(
      String name, String state, String style, String why, List<String> missing) {}

  /** The pathways of a policy, in the order of the catalogue. */
  public static List<Pathway> of(Evaluation evaluation) {
    Map<String, List<Decision>> byPathway = new LinkedHashMap<>();
    for (Decision decision : evaluation.decisions()) {
      byPathway
          .computeIfAbsent(pathway(decision.credential()), pathway -> new ArrayList<>())
          .add(decision);
    }
    Standing standing = new Standing(evaluation);
    List<Pathway> pathways = new ArrayList<>();
    byPathway.forEach((id, decisions) -> pathways.add(standing.pathway(id, decisions)));
    return pathways;
  }

  /** The pathway of a credential; that of one that is on none is itself. */
  static String pathway(Credential credential) {
    String pathway = credential.pathway();
    return pathway == null ? credential.id() : pathway;
  }

  private Pathway pathway(String id, List<Decision> decisions) {
    List<CredentialView> views = decisions.stream().map(this::credential).toList();
    return new Pathway(
        id,
        views.get(views.size() - 1).name(),
        views.stream().filter(CredentialView::earned).count(),
        views.stream().anyMatch(CredentialView::begun),
        views);
  }

  private CredentialView credential(Decision decision) {
    return new CredentialView(
        decision.credential().id(),
        decision.credential().name(),
        decision.isEarned(),
        sentences.sentence(sentences.decision(decision)),
        decision.isEarned() || decision.requirements().stream().anyMatch(Standing::isBegun),
        decision.requirements().stream().map(this::requirement).toList());
  }

  private RequirementView requirement(RequirementResult requirement) {
    return new RequirementView(
        sentences.sentence(sentences.requirement(requirement)),
        sentences.state(requirement.state()),
        requirement.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        sentences.sentence(sentences.why(requirement)),
        missing(requirement));
  }

  private List<String> missing(RequirementResult requirement) {
    boolean isOpen =
        requirement.state() == RequirementState.UNMET
            || requirement.state() == RequirementState.EXPIRED;
    return !isOpen || requirement.alternatives().isEmpty()
        ? List.of()
        : requirement.alternatives().get(0).shortfalls().stream()
            .map(shortfall -> sentences.sentence(sentences.shortfall(shortfall)))
            .toList();
  }

  /** Something that the learner did, and not only who the learner is. */
  private static boolean isBegun(RequirementResult requirement) {
    if (!requirement.notCounted().isEmpty()) {
      return true;
    }
    return requirement.kind() != RequirementResult.Kind.PREREQUISITE
        && requirement.evidence().stream()
            .anyMatch(fact -> !(fact instanceof Learner) && !(fact instanceof Enrolment));
  }
}

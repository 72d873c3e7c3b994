package io.credentialrules.internal.evaluate;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.evaluate.Evaluator.Settled;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.reach.Support;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parts of what a plan's goal rests on, as they are settled for a record, with what looks at
 * what. Used by one thread.
 */
final class SupportParts {
  private final Program program;
  private final Weighing weighing;
  private final RecordFacts facts;
  private final List<SupportPart> all = new ArrayList<>();
  private final Map<Integer, SupportPart> requirements = new HashMap<>();
  private final Map<Integer, SupportPart> credentials = new HashMap<>();
  private final Map<String, List<SupportPart>> byType = new HashMap<>();
  private final IdentityHashMap<Candidate, List<SupportPart>> matching = new IdentityHashMap<>();

  SupportParts(Program program, Settled settled, Support support, RecordFacts facts) {
    this.program = program;
    this.weighing = settled.weighing();
    this.facts = facts;
    for (Support.Part one : support.parts()) {
      add(one, settled.verdicts());
    }
    facts.all().forEach(fact -> lookingAt(fact).forEach(part -> part.has(fact)));
  }

  private void add(Support.Part one, Verdicts verdicts) {
    int number = one.number();
    boolean before = one.isCredential() ? verdicts.earned(number) : verdicts.satisfied(number);
    SupportPart part = new SupportPart(one, all.size(), before);
    all.add(part);
    (one.isCredential() ? credentials : requirements).put(number, part);
    one.requirements().forEach(read -> inRequirement(read).readers().add(part));
    one.credentials().forEach(read -> inCredential(read).readers().add(part));
    if (one.isCredential()) {
      part.derivedAs(derived(program.credentials().get(number).fact(), Vocabulary.EARNED));
      return;
    }
    Requirement requirement = program.requirements().get(number);
    if (requirement.kind() == Kind.REQUIREMENT) {
      part.derivedAs(derived(requirement.fact(), Vocabulary.MET));
    }
    part.follow(proofsInForce(requirement));
    part.types().forEach(type -> byType.computeIfAbsent(type, none -> new ArrayList<>()).add(part));
    one.requirements().forEach(read -> hasDerived(part, inRequirement(read)));
    one.credentials().forEach(read -> hasDerived(part, inCredential(read)));
  }

  private static void hasDerived(SupportPart part, SupportPart read) {
    Candidate derived = read.derived();
    if (derived != null && read.before()) {
      part.has(derived);
    }
  }

  private Candidate derived(Object fact, String type) {
    VocabularyType known = Objects.requireNonNull(program.vocabulary().type(type));
    return new Candidate(fact, known, weighing.asOf(), facts.budget());
  }

  private List<Proof> proofsInForce(Requirement requirement) {
    return requirement.proofs().stream()
        .filter(proof -> isInForce(proof.header().window(), proof.versionBy()))
        .toList();
  }

  /** Whether a version of the policy applies. */
  boolean isInForce(Window window, VersionBy by) {
    return window.contains(by.date(weighing.policyDate(), weighing.asOf().toLocalDate()));
  }

  /** All of them, each after those that it looks at. */
  List<SupportPart> all() {
    return all;
  }

  /** The parts of which a pattern is on facts of the type of this one. */
  List<SupportPart> lookingAt(Candidate fact) {
    return byType.getOrDefault(fact.typeName(), List.of());
  }

  /** The parts of which a pattern can match a fact; each is asked once of each fact. */
  List<SupportPart> matching(Candidate fact) {
    List<SupportPart> known = matching.get(fact);
    if (known == null) {
      known = lookingAt(fact).stream().filter(part -> part.looksAt(fact)).toList();
      matching.put(fact, known);
    }
    return known;
  }

  /** A requirement that some part looks at. */
  SupportPart inRequirement(int number) {
    return Objects.requireNonNull(requirement(number), "what is looked at is a part");
  }

  /** A credential that some part looks at. */
  SupportPart inCredential(int number) {
    return Objects.requireNonNull(credential(number), "what is looked at is a part");
  }

  /** A requirement by its number; null where the goal does not rest on it. */
  @Nullable SupportPart requirement(int number) {
    return requirements.get(number);
  }

  /** A credential by its number; null where the goal does not rest on it. */
  @Nullable SupportPart credential(int number) {
    return credentials.get(number);
  }
}

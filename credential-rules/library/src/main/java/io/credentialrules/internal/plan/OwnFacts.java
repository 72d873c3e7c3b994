package io.credentialrules.internal.plan;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.CredentialSettings.Lapses;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * All that a credential asks for, where each requirement is met by a fact of its own: there is one
 * rule for each, always in force; no fact can be for two of them; credentials build on each other
 * and nothing lapses. Then what one requirement lacks has nothing to do with what another one does.
 */
final class OwnFacts {
  private final Program program;
  private final Map<Integer, OwnFact> byRequirement = new TreeMap<>();
  private final Map<Integer, Integer> componentByRequirement = new HashMap<>();
  private final SetMultimap<Integer, Integer> components = LinkedHashMultimap.create();
  private final TreeSet<Integer> credentials = new TreeSet<>();
  private final int goal;

  private OwnFacts(Program program, int goal) {
    this.program = program;
    this.goal = goal;
  }

  /** Those of a credential; null where something that it rests on is of another form. */
  static @Nullable OwnFacts of(Program program, int credential) {
    OwnFacts facts = new OwnFacts(program, credential);
    return facts.isOfForm(program.credentials().get(credential)) && facts.areApart() ? facts : null;
  }

  private boolean isOfForm(Award award) {
    if (!credentials.add(award.number())) {
      return true;
    }
    if (award.ways().size() != 1) {
      return false;
    }
    Way way = award.ways().get(0);
    CredentialSettings settings = way.rule().settings();
    if (!way.rule().header().window().equals(Window.ALWAYS)
        || settings.validFor() != null
        || settings.evidence() != EvidenceUse.SHARED
        || settings.lapses() != Lapses.WITH_COMPONENTS) {
      return false;
    }
    for (int number : way.requires()) {
      if (!isOfForm(program.requirements().get(number), award.number())) {
        return false;
      }
    }
    return true;
  }

  private boolean isOfForm(Requirement requirement, int credential) {
    Proof proof = requirement.proofs().size() == 1 ? requirement.proofs().get(0) : null;
    if (proof == null
        || !proof.header().window().equals(Window.ALWAYS)
        || !proof.values().isEmpty()
        || proof.branches().size() != 1) {
      return false;
    }
    Branch branch = proof.branches().get(0);
    if (branch.steps().size() == 1
        && branch.steps().get(0) instanceof Step.Match match
        && match.type().name().equals(Vocabulary.EARNED)) {
      if (match.referents().size() != 1 || branch.asksWhenEarned()) {
        return false;
      }
      int component = match.referents().get(0);
      components.put(credential, component);
      componentByRequirement.put(requirement.number(), component);
      return isOfForm(program.credentials().get(component));
    }
    OwnFact fact = OwnFact.of(requirement.number(), credential, branch);
    return fact != null && byRequirement.put(requirement.number(), fact) == null;
  }

  /**
   * Whether no fact can be for two requirements, and each text that one of them looks at is said by
   * all that look at facts of the type.
   */
  private boolean areApart() {
    List<OwnFact> all = new ArrayList<>(byRequirement.values());
    for (OwnFact one : all) {
      for (OwnFact other : all) {
        if (one.requirement() != other.requirement()
            && (!one.excludes(other) || !namesAll(one, other))) {
          return false;
        }
      }
    }
    return !all.isEmpty();
  }

  private static boolean namesAll(OwnFact one, OwnFact other) {
    if (one.match().type().record() != other.match().type().record()) {
      return true;
    }
    for (String name : other.fields()) {
      VocabularyField field = one.match().type().field(name);
      boolean isText =
          field != null && (field.kind() == FieldKind.TEXT || field.kind() == FieldKind.LEVEL);
      if (isText && !one.names().containsKey(name)) {
        return false;
      }
    }
    return true;
  }

  /** How many requirements there are. */
  int size() {
    return byRequirement.size();
  }

  /** How many fields of a record some of them look at. */
  int fieldsOf(Class<?> record) {
    Set<String> fields = new HashSet<>();
    for (OwnFact fact : byRequirement.values()) {
      if (fact.match().type().record() == record) {
        fields.addAll(fact.fields());
      }
    }
    return fields.size();
  }

  /** The numbers of the credential and of all that it rests on, in ascending order. */
  Set<Integer> credentials() {
    return Collections.unmodifiableSet(credentials);
  }

  /** The number of the credential that a requirement asks for; null where it asks for none. */
  @Nullable Integer component(int requirement) {
    return componentByRequirement.get(requirement);
  }

  /** What a requirement asks for; null where it asks for no fact. */
  @Nullable OwnFact of(int requirement) {
    return byRequirement.get(requirement);
  }

  /** The credentials, by number, of which requirements can be missing for the goal. */
  Set<Integer> open(IntPredicate isEarned) {
    Set<Integer> open = new HashSet<>();
    addOpen(goal, isEarned, open);
    return Collections.unmodifiableSet(open);
  }

  private void addOpen(int credential, IntPredicate isEarned, Set<Integer> open) {
    if (!isEarned.test(credential) && open.add(credential)) {
      components.get(credential).forEach(component -> addOpen(component, isEarned, open));
    }
  }
}

package io.credentialrules.internal.engine;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import com.google.common.base.Throwables;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.engine.Firing.Memory;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.drools.model.DSL;
import org.drools.model.Drools;
import org.drools.model.Global;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * A program as a network of the rule engine, built from the engine's own model: no text is
 * generated, nothing is compiled, no class is loaded, and nothing is registered anywhere. Immutable
 * and thread-safe; each evaluation has a session of its own.
 */
public final class RuleNetwork {
  private static final String PACKAGE = "policy";
  private static final String FIRING = "firing";
  private static final Global<Firing> FIRING_GLOBAL = DSL.globalOf(Firing.class, PACKAGE, FIRING);

  private final Program program;
  private final Windows windows;
  private final KieBase base;
  private final VocabularyType met;
  private final VocabularyType earned;

  /** Builds the network of a program. */
  public RuleNetwork(Program program) {
    this.program = program;
    this.windows = new Windows();
    this.met = Objects.requireNonNull(program.vocabulary().type(Vocabulary.MET));
    this.earned = Objects.requireNonNull(program.vocabulary().type(Vocabulary.EARNED));
    ModelImpl model = new ModelImpl(PACKAGE);
    model.addGlobal(FIRING_GLOBAL);
    rules().forEach(model::addRule);
    this.base = KieBaseBuilder.createKieBaseFromModel(model);
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    FieldNumbers numbers = new FieldNumbers();
    for (Requirement requirement : program.requirements()) {
      for (Proof proof : requirement.proofs()) {
        for (Branch branch : proof.branches()) {
          String name = "requirement " + rules.size();
          List<RuleItemBuilder<?>> items = new ArrayList<>();
          addWindow(items, windows.number(proof.header().window(), proof.versionBy()), name);
          items.addAll(new BranchBuilder(name, numbers).build(branch));
          rules.add(proves(requirement, name, items));
        }
      }
    }
    for (Award award : program.credentials()) {
      for (Way way : award.ways()) {
        rules.add(awards(award, way, "credential " + rules.size()));
      }
    }
    return rules;
  }

  private static Rule proves(Requirement requirement, String name, List<RuleItemBuilder<?>> items) {
    boolean isNamed = requirement.kind() == Kind.REQUIREMENT;
    items.add(
        DSL.on(FIRING_GLOBAL)
            .execute((drools, firing) -> firing.satisfied(requirement, isNamed, memory(drools))));
    return built(name, requirement.stratum(), items);
  }

  private Rule awards(Award award, Way way, String name) {
    List<RuleItemBuilder<?>> items = new ArrayList<>();
    addWindow(
        items,
        windows.number(way.rule().header().window(), way.rule().settings().versionBy()),
        name);
    for (int requirement : way.requires()) {
      items.add(settled(requirement, name));
    }
    items.add(
        DSL.on(FIRING_GLOBAL)
            .execute((drools, firing) -> firing.complete(award, way, memory(drools))));
    return built(name, award.stratum(), items);
  }

  /** What is settled earlier fires earlier, so that an absence is asked only when it is final. */
  private static Rule built(String name, int stratum, List<RuleItemBuilder<?>> items) {
    return rule(PACKAGE, name)
        .attribute(Rule.Attribute.SALIENCE, -stratum)
        .build(items.toArray(new RuleItemBuilder<?>[0]));
  }

  private static void addWindow(
      List<RuleItemBuilder<?>> items, @Nullable Integer window, String name) {
    if (window != null) {
      int number = window;
      String key = "window " + number;
      items.add(
          pattern(DSL.declarationOf(InForce.class, name + " window"))
              .expr(
                  key,
                  new Keyed<>(key, inForce -> inForce.window() == number),
                  alphaIndexedBy(Integer.class, ConstraintType.EQUAL, 0, InForce::window, number)));
    }
  }

  private static PatternDef<Settled> settled(int requirement, String name) {
    String key = "settled " + requirement;
    return pattern(DSL.declarationOf(Settled.class, name + " " + key))
        .expr(
            key,
            new Keyed<>(key, settled -> settled.requirement() == requirement),
            alphaIndexedBy(
                Integer.class, ConstraintType.EQUAL, 0, Settled::requirement, requirement));
  }

  private static Memory memory(Drools drools) {
    return new Memory() {
      @Override
      public void insert(Object fact) {
        drools.insert(fact);
      }

      @Override
      public void delete(Object fact) {
        drools.delete(fact);
      }
    };
  }

  private static Memory memory(KieSession session) {
    return new Memory() {
      @Override
      public void insert(Object fact) {
        session.insert(fact);
      }

      @Override
      public void delete(Object fact) {
        session.delete(session.getFactHandle(fact));
      }
    };
  }

  /**
   * Settles all requirements and credentials.
   *
   * @param completion whether what is satisfied by its parts is so as a whole
   * @throws LimitExceededException when it would cost more than the limits allow
   */
  public Verdicts settle(Given given, Limits limits, Completion completion) {
    Firing firing = new Firing(given, limits, completion, met, earned);
    KieSession session = base.newKieSession();
    Memory memory = memory(session);
    try {
      session.setGlobal(FIRING, firing);
      windows.inForce(
          given.asOf().toLocalDate(),
          given.policyDate(),
          window -> session.insert(new InForce(window)));
      for (int requirement : given.satisfied()) {
        Requirement waived = program.requirements().get(requirement);
        firing.satisfied(waived, waived.kind() == Kind.REQUIREMENT, memory);
      }
      for (int credential : given.lapsed()) {
        firing.lapsed(program.credentials().get(credential), memory);
      }
      for (int credential : given.held()) {
        firing.earned(program.credentials().get(credential), memory);
      }
      for (Candidate fact : given.facts()) {
        session.insert(fact);
        given.budget().checkTime();
      }
      session.fireAllRules();
      return firing.verdicts();
    } catch (RuntimeException wrapped) {
      throw Throwables.getCausalChain(wrapped).stream()
          .filter(LimitExceededException.class::isInstance)
          .map(RuntimeException.class::cast)
          .findFirst()
          .orElse(wrapped);
    } finally {
      session.dispose();
    }
  }
}

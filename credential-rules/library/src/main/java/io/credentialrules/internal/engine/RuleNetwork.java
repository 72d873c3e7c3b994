package io.credentialrules.internal.engine;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.internal.engine.Firing.Memory;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.drools.model.DSL;
import org.drools.model.Drools;
import org.drools.model.Global;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
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

  /** Small records enter at once; of larger ones each part is as large as all before it. */
  private static final int FACTS_AT_ONCE = 64;

  private final Program program;
  private final TouchIndex touch;
  private final ImmutableSet<String> ownTypes;
  private final Candidacies candidacies;
  private final KieBase base;
  private final VocabularyType met;
  private final VocabularyType earned;

  /** Builds the network of a program. */
  public RuleNetwork(Program program) {
    this.program = program;
    this.met = Objects.requireNonNull(program.vocabulary().type(Vocabulary.MET));
    this.earned = Objects.requireNonNull(program.vocabulary().type(Vocabulary.EARNED));
    ModelImpl model = new ModelImpl(PACKAGE);
    model.addGlobal(FIRING_GLOBAL);
    List<Entry> entries = addBranches(program, model);
    this.touch = new TouchIndex(entries);
    this.ownTypes =
        typesOf(entries.stream().filter(entry -> !entry.hasShape()).map(Entry::branch).toList());
    this.candidacies = new Candidacies(program);
    program.credentials().stream()
        .map(Award::stratum)
        .distinct()
        .sorted()
        .forEach(stratum -> model.addRule(awards(stratum)));
    this.base = EngineLoading.withOwnLoader(() -> KieBaseBuilder.createKieBaseFromModel(model));
  }

  private static ImmutableSet<String> typesOf(List<Branch> branches) {
    ImmutableSet.Builder<String> types = ImmutableSet.builder();
    for (Branch branch : branches) {
      for (Step step : branch.steps()) {
        step.visit(
            each -> {
              if (each instanceof Step.Match match) {
                types.add(match.type().name());
              }
            });
      }
    }
    return types.build();
  }

  /** Adds the rules of all branches; branches of one shape and stratum share one. */
  private static List<Entry> addBranches(Program program, ModelImpl model) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> shapes = new HashMap<>();
    FieldNumbers numbers = new FieldNumbers();
    int rules = 0;
    for (Requirement requirement : program.requirements()) {
      for (Proof proof : requirement.proofs()) {
        for (Branch branch : proof.branches()) {
          Interruption.check();
          Constants constants = new Constants();
          Shape shape = Shape.of(branch, constants);
          if (shape == null) {
            Entry entry = new Entry(rules++, requirement, proof, branch, null);
            entries.add(entry);
            model.addRule(ofBranch(entry, numbers));
            continue;
          }
          String key = requirement.stratum() + " " + shape.key();
          Integer known = shapes.get(key);
          int rule = known == null ? rules++ : known;
          if (known == null) {
            shapes.put(key, rule);
            model.addRule(ofShape(shape, rule, requirement.stratum()));
          }
          entries.add(new Entry(rule, requirement, proof, branch, constants.values()));
        }
      }
    }
    return entries;
  }

  private static Rule ofBranch(Entry entry, FieldNumbers numbers) {
    String name = "branch " + entry.rule();
    List<RuleItemBuilder<?>> items = new ArrayList<>();
    Variable<Touched> touched = DSL.declarationOf(Touched.class, name + " touched");
    items.add(touched(entry, touched));
    items.addAll(new BranchBuilder(name, numbers).build(entry.branch()));
    items.add(
        DSL.on(FIRING_GLOBAL, touched)
            .execute((drools, firing, woken) -> firing.holds(woken, memory(drools))));
    return built(name, entry.requirement().stratum(), items);
  }

  private static Rule ofShape(Shape shape, int number, int stratum) {
    ShapeRule rule = new ShapeRule(shape, number);
    List<RuleItemBuilder<?>> items = new ArrayList<>();
    if (shape.total() == null) {
      items.addAll(rule.ofPattern());
      items.add(
          DSL.on(FIRING_GLOBAL, rule.pair())
              .execute(
                  (drools, firing, pair) ->
                      firing.satisfied(pair.touched().entry().requirement(), memory(drools))));
    } else {
      items.addAll(rule.ofTotal(shape.total()));
      items.add(
          DSL.on(FIRING_GLOBAL, rule.touched())
              .execute(
                  (drools, firing, touched) ->
                      firing.satisfied(touched.entry().requirement(), memory(drools))));
    }
    return built("shape " + number, stratum, items);
  }

  /** One rule for all ways of a stratum. */
  private static Rule awards(int stratum) {
    String name = "awards of stratum " + stratum;
    Variable<Candidacy> way = DSL.declarationOf(Candidacy.class, name + " way");
    List<RuleItemBuilder<?>> items = new ArrayList<>();
    items.add(
        pattern(way)
            .expr(
                name,
                new Keyed<>(name, candidacy -> candidacy.stratum() == stratum),
                alphaIndexedBy(Integer.class, ConstraintType.EQUAL, 0, Candidacy::stratum, stratum))
            .expr(
                "complete",
                new Keyed<>(
                    "complete", candidacy -> candidacy.isInForce() && candidacy.isComplete())));
    items.add(
        DSL.on(FIRING_GLOBAL, way)
            .execute(
                (drools, firing, candidacy) ->
                    firing.complete(candidacy.award(), candidacy.way(), memory(drools))));
    return built(name, stratum, items);
  }

  /** What is settled earlier fires earlier, so that an absence is asked only when it is final. */
  private static Rule built(String name, int stratum, List<RuleItemBuilder<?>> items) {
    return rule(PACKAGE, name)
        .attribute(Rule.Attribute.SALIENCE, -stratum)
        .build(items.toArray(new RuleItemBuilder<?>[0]));
  }

  private static PatternDef<Touched> touched(Entry entry, Variable<Touched> variable) {
    int number = entry.rule();
    String key = "branch " + number;
    PatternDef<Touched> pattern =
        pattern(variable)
            .expr(
                key,
                new Keyed<>(key, woken -> woken.rule() == number),
                alphaIndexedBy(Integer.class, ConstraintType.EQUAL, 0, Touched::rule, number));
    return entry.proof().header().window().equals(Window.ALWAYS)
        ? pattern
        : pattern.expr("in force", new Keyed<>("in force", Touched::isInForce));
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
   * Settles the requirements and credentials of a extent.
   *
   * @param completion whether what is satisfied by its parts is so as a whole
   * @throws LimitExceededException when it would cost more than the limits allow
   */
  public Verdicts settle(Given given, Limits limits, Completion completion, Extent extent) {
    Firing firing =
        new Firing(
            program, extent, given, limits, completion, met, earned, touch, ownTypes, candidacies);
    KieSession session = base.newKieSession();
    Memory memory = memory(session);
    try {
      session.setGlobal(FIRING, firing);
      if (given.facts().size() > FACTS_AT_ONCE) {
        firing.someThere();
      }
      firing.wakeAlways(memory);
      for (int requirement : given.satisfied()) {
        firing.satisfied(program.requirements().get(requirement), memory);
      }
      for (int credential : given.lapsed()) {
        firing.lapsed(program.credentials().get(credential), memory);
      }
      for (int credential : given.held()) {
        firing.earned(program.credentials().get(credential), memory);
      }
      extent.enter(firing, memory);
      int atOnce = FACTS_AT_ONCE;
      int entered = 0;
      for (Candidate fact : given.facts()) {
        firing.enter(fact, memory);
        given.budget().checkTime();
        if (++entered == atOnce) {
          session.fireAllRules();
          atOnce *= 2;
        }
      }
      firing.allThere(memory);
      session.fireAllRules();
      return firing.verdicts();
    } catch (RuntimeException wrapped) {
      throw Throwables.getCausalChain(wrapped).stream()
          .filter(
              cause ->
                  cause instanceof LimitExceededException || cause instanceof CancellationException)
          .map(RuntimeException.class::cast)
          .findFirst()
          .orElse(wrapped);
    } finally {
      session.dispose();
    }
  }
}

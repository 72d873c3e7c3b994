package io.credentialrules.internal.engine;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import com.google.common.base.Suppliers;
import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableSortedSet;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.work.Interruption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.drools.model.DSL;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * A program as a network of the rule engine, built from the engine's own model: no text is
 * generated, nothing is compiled, no class is loaded, and nothing is registered anywhere. Immutable
 * and thread-safe; each evaluation has a session of its own.
 */
public final class RuleNetwork {
  private final Savings savings;
  private final Knowledge knowledge;
  private final Supplier<Network> network;

  /** The network of a program, which is built for the first fact that enters it. */
  public RuleNetwork(Program program, Savings savings) {
    this.savings = savings;
    List<Supplier<Rule>> rules = new ArrayList<>();
    this.knowledge =
        new Knowledge(
            program, new TouchIndex(addBranches(program, savings, rules), savings), savings);
    this.network = Suppliers.memoize(() -> network(program, rules));
  }

  /** Builds it now, for whoever wants the first evaluation to be as quick as the others. */
  public void build() {
    Network unused = network.get();
  }

  private static Network network(Program program, List<Supplier<Rule>> rules) {
    ModelImpl model = new ModelImpl(Network.PACKAGE);
    for (Supplier<Rule> rule : rules) {
      Interruption.check();
      model.addRule(rule.get());
    }
    ImmutableSortedSet<Integer> strata =
        program.credentials().stream()
            .map(Award::stratum)
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    strata.forEach(stratum -> model.addRule(awards(stratum)));
    KieBase base = EngineLoading.withOwnLoader(() -> KieBaseBuilder.createKieBaseFromModel(model));
    return Network.of(base, rules.size(), strata.isEmpty() ? 0 : strata.last() + 1);
  }

  /** Adds the rules of all branches; branches of one shape and stratum share one. */
  private static List<Entry> addBranches(
      Program program, Savings savings, List<Supplier<Rule>> model) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> shapes = new HashMap<>();
    Map<Object, Object> knownConstants = new HashMap<>();
    for (Award award : program.credentials()) {
      knownConstants.put(award.credential().id(), award.credential().id());
    }
    FieldNumbers numbers = new FieldNumbers();
    int rules = 0;
    for (Requirement requirement : program.requirements()) {
      for (Proof proof : requirement.proofs()) {
        for (Branch branch : proof.branches()) {
          Interruption.check();
          Constants constants = new Constants(knownConstants);
          Shape shape = savings.byShape() ? Shape.of(branch, constants) : null;
          if (shape == null) {
            Entry entry = new Entry(entries.size(), rules++, requirement, proof, branch, null);
            entries.add(entry);
            model.add(() -> ofBranch(entry, requirement.stratum(), numbers, savings.inOne()));
            continue;
          }
          String key = requirement.stratum() + " " + shape.key();
          Integer known = shapes.get(key);
          int rule = known == null ? rules++ : known;
          if (known == null) {
            shapes.put(key, rule);
            model.add(() -> ofShape(shape, rule, requirement.stratum()));
          }
          entries.add(
              new Entry(entries.size(), rule, requirement, proof, branch, constants.values()));
        }
      }
    }
    return entries;
  }

  private static Rule ofBranch(Entry entry, int stratum, FieldNumbers numbers, boolean inOne) {
    String name = "branch " + entry.rule();
    List<RuleItemBuilder<?>> items = new ArrayList<>();
    Variable<Touched> touched = DSL.declarationOf(Touched.class, name + " touched");
    items.add(touched(entry, touched));
    items.addAll(new BranchBuilder(name, raw(touched), numbers, inOne).build(entry.branch()));
    items.add(DSL.on(touched).execute(new Consequence<>(Touched::holds)));
    return built(name, stratum, items);
  }

  @SuppressWarnings("unchecked") // a condition that names it does not read it
  private static Variable<Object> raw(Variable<Touched> touched) {
    return (Variable<Object>) (Variable<?>) touched;
  }

  private static Rule ofShape(Shape shape, int number, int stratum) {
    ShapeRule rule = new ShapeRule(shape, number);
    List<RuleItemBuilder<?>> items = new ArrayList<>();
    if (shape.total() == null) {
      items.addAll(rule.ofPattern());
      items.add(DSL.on(rule.pair()).execute(new Consequence<>(Pair::holds)));
    } else {
      items.addAll(rule.ofTotal(shape.total()));
      items.add(DSL.on(rule.touched()).execute(new Consequence<>(Touched::holds)));
    }
    return built(Network.shape(number), stratum, items);
  }

  /** One rule for all ways of a stratum. */
  private static Rule awards(int stratum) {
    String name = Network.awards(stratum);
    Variable<Candidacy> way = DSL.declarationOf(Candidacy.class, name + " way");
    List<RuleItemBuilder<?>> items = new ArrayList<>();
    items.add(
        pattern(way)
            .expr(
                name,
                new Keyed<>(name, candidacy -> candidacy.stratum() == stratum),
                alphaIndexedBy(
                    Integer.class,
                    ConstraintType.EQUAL,
                    0,
                    new IndexedBy<>(Candidacy::stratum),
                    stratum))
            .expr(
                "complete",
                new Keyed<>(
                    "complete", candidacy -> candidacy.isInForce() && candidacy.isComplete())));
    items.add(DSL.on(way).execute(new Consequence<>(Candidacy::complete)));
    return built(name, stratum, items);
  }

  /** What is settled earlier fires earlier, so that an absence is asked only when it is final. */
  private static Rule built(String name, int stratum, List<RuleItemBuilder<?>> items) {
    return rule(Network.PACKAGE, name)
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
                alphaIndexedBy(
                    Integer.class,
                    ConstraintType.EQUAL,
                    0,
                    new IndexedBy<>(Touched::rule),
                    number));
    return entry.isAlwaysInForce()
        ? pattern
        : pattern.expr("in force", new Keyed<>("in force", Touched::isInForce));
  }

  /**
   * Settles the requirements and credentials of an extent.
   *
   * @param completion whether what is satisfied by its parts is so as a whole
   * @throws LimitExceededException when it would cost more than the limits allow
   */
  public Verdicts settle(Given given, Limits limits, Completion completion, Extent extent) {
    try (NetworkSession session = new NetworkSession(network)) {
      Firing firing = new Firing(extent, given, limits, completion, knowledge, session);
      int atOnce = knowledge.touch().hasOwnRules() ? savings.factsAtOnce() : Integer.MAX_VALUE;
      if (given.facts().size() > atOnce) {
        firing.someThere();
      }
      firing.wakeAlways();
      for (int requirement : given.beforehand().satisfied()) {
        firing.satisfied(requirement);
      }
      for (int credential : given.beforehand().lapsed()) {
        firing.lapsed(credential);
      }
      for (int credential : given.beforehand().held()) {
        firing.earned(credential);
      }
      extent.enter(firing);
      int entered = 0;
      for (Candidate fact : given.facts()) {
        firing.enter(fact);
        if (++entered == atOnce) {
          session.fireAllRules();
          atOnce *= 2;
        }
      }
      given.budget().checkTime();
      firing.allThere();
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
    }
  }
}

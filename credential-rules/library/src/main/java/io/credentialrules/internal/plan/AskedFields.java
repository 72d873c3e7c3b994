package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.OncePer;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.StartOf;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.HeldCredential;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of each type that the rules of a credential, and of what it builds on, look at, each
 * with the values of the policy that it is compared with. No other field can change what they say.
 */
final class AskedFields {
  /** A credential that is awarded elsewhere is earned by being held: what is asked of the one. */
  private static final Asked HELD = new Asked(HeldCredential.class.getSimpleName(), "credential");

  private static final Asked HELD_SINCE =
      new Asked(HeldCredential.class.getSimpleName(), "awardedOn");

  private final PlanStart start;
  private final Map<Asked, Set<Object>> values = new HashMap<>();
  private final Map<Asked, Set<Asked>> compared = new HashMap<>();
  private final Map<Asked, Set<Period>> shifts = new HashMap<>();
  private final ComparedDates comparedDates = new ComparedDates();
  private final Map<Asked, List<Stretches>> spans = new HashMap<>();
  private final Set<Integer> visited = new HashSet<>();
  private final Set<Integer> visitedRequirements = new HashSet<>();
  private final Set<String> picked = new HashSet<>();
  private final Set<String> crowded = new HashSet<>();
  private final Map<String, Integer> patterns = new HashMap<>();
  private boolean lapses;

  /** A field of a type. */
  record Asked(String type, String field) {}

  /** Of a fact, whatever its type sees: a pattern on one matches facts that another is for. */
  static Asked asked(VocabularyType type, String field) {
    return new Asked(type.record().getSimpleName(), field);
  }

  AskedFields(PlanStart start, Award target) {
    this.start = start;
    visit(target);
  }

  /** Whether a rule looks at a field. */
  boolean asks(VocabularyType type, String field) {
    return values.containsKey(asked(type, field));
  }

  /** Whether the credential, or one that it builds on, is earned for a time only. */
  boolean lapses() {
    return lapses;
  }

  /**
   * Whether facts compete for more than one condition: of one type a total takes only some, those
   * that are best or so many of a key, and another condition looks at it too. So what is of use for
   * the one can take the place of what the other needs. Or one total takes several of each key, or
   * in several ways.
   */
  boolean isContested() {
    return !crowded.isEmpty()
        || picked.stream().anyMatch(type -> patterns.getOrDefault(type, 0) > 1);
  }

  /** The values of the policy that a field is compared with. */
  Set<Object> values(VocabularyType type, String field) {
    return values.getOrDefault(asked(type, field), Set.of());
  }

  /** The fields that a field is compared with, itself first. */
  Set<Asked> compared(VocabularyType type, String field) {
    Asked own = asked(type, field);
    Set<Asked> all = new LinkedHashSet<>(Set.of(own));
    all.addAll(compared.getOrDefault(own, Set.of()));
    return all;
  }

  /** The same, but of a date only those of other facts that it is compared or summed up with. */
  List<Asked> comparedOfFacts(VocabularyType type, VocabularyField field) {
    Asked own = asked(type, field.name());
    return compared(type, field.name()).stream()
        .filter(other -> field.kind() != FieldKind.DATE || comparedDates.areOfFacts(own, other))
        .toList();
  }

  /** By how much a date is shifted, or what it is compared with, where it is compared. */
  Set<Period> shifts(VocabularyType type, String field) {
    return shifts.getOrDefault(asked(type, field), Set.of());
  }

  /** The dates with which one is compared, where one of both is computed. */
  Set<ComparedDate> comparedDates(VocabularyType type, String field) {
    return comparedDates.of(asked(type, field));
  }

  /** The weeks, months or years of a date by which something is grouped. */
  List<Stretches> spans(VocabularyType type, String field) {
    return spans.getOrDefault(asked(type, field), List.of());
  }

  private void visit(Award award) {
    if (visited.add(award.number())) {
      for (Way way : award.ways()) {
        lapses |= way.rule().settings().validFor() != null;
        way.requires().forEach(this::visitRequirement);
      }
    }
  }

  private void visitRequirement(int number) {
    if (!visitedRequirements.add(number)) {
      return;
    }
    start.program().requirements().get(number).proofs().stream()
        .flatMap(proof -> proof.branches().stream())
        .forEach(this::visit);
  }

  private void visit(Branch branch) {
    Map<Integer, VocabularyType> types = new HashMap<>();
    Map<Integer, Value> arguments = new HashMap<>();
    forEach(
        branch,
        step -> {
          if (step instanceof Step.Match match) {
            types.put(match.slot(), match.type());
            patterns.merge(match.type().record().getSimpleName(), 1, Integer::sum);
          } else if (step instanceof Step.Total total) {
            total.functions().forEach(function -> put(function, arguments));
            if (total.grouping() != null) {
              arguments.put(total.grouping().slot(), total.grouping().key());
              total.grouping().functions().forEach(function -> put(function, arguments));
            }
          }
        });
    forEach(
        branch,
        step -> {
          if (step instanceof Step.Match match) {
            follow(match);
            match.tests().forEach(test -> look(test, types, arguments));
          } else if (step instanceof Step.Total total) {
            total.tests().forEach(test -> look(test, types, arguments));
            if (total.grouping() != null) {
              if (Stretches.of(total.grouping().key()) == null) {
                fields(total.grouping().key(), types, Map.of())
                    .forEach(field -> picked.add(field.type()));
              }
              total.grouping().tests().forEach(test -> look(test, types, arguments));
              addSpans(total.grouping().key(), types);
              comparedDates.addSummedUp(fields(total.grouping().key(), types, Map.of()));
            }
            total.functions().forEach(function -> addSpans(function, types));
            long ofTotal = total.arguments().stream().filter(AskedFields::picks).count();
            for (Value argument : total.arguments()) {
              boolean picks = picks(argument);
              for (Asked field : fields(argument, types, arguments)) {
                values.computeIfAbsent(field, none -> new LinkedHashSet<>());
                comparedDates.addSummedUp(Set.of(field));
                if (picks) {
                  picked.add(field.type());
                }
                if (picksSeveral(argument) || (picks && ofTotal > 1)) {
                  crowded.add(field.type());
                }
              }
            }
          }
        });
  }

  /** Whether a further value can take the place of another one. */
  private static boolean picks(Value argument) {
    return argument instanceof OncePer
        || (argument instanceof Capped capped
            && (capped.each() == null
                ? capped.way() == Capped.Way.GREATEST
                : Stretches.of(capped.each()) == null));
  }

  /** Whether several values of a key count, so that one total has places to compete for. */
  private static boolean picksSeveral(Value argument) {
    return argument instanceof Capped capped
        && capped.each() != null
        && capped.way() == Capped.Way.GREATEST
        && capped.most().compareTo(BigDecimal.ONE) > 0;
  }

  /** The weeks, months or years that are counted, or of each of which only so much counts. */
  private void addSpans(Step.Function function, Map<Integer, VocabularyType> types) {
    Value argument = function.argument();
    if (argument instanceof Capped capped && capped.each() != null) {
      addSpans(capped.each(), types);
    } else if (argument instanceof StartOf) {
      addSpans(argument, types);
    }
  }

  private void addSpans(Value key, Map<Integer, VocabularyType> types) {
    Stretches own = Stretches.of(key);
    if (own != null) {
      fields(key, types, Map.of())
          .forEach(field -> spans.computeIfAbsent(field, none -> new ArrayList<>()).add(own));
    }
  }

  private static void put(Step.Function function, Map<Integer, Value> arguments) {
    if (function.argument() != null) {
      arguments.put(function.slot(), function.argument());
    }
  }

  private static void forEach(Branch branch, Consumer<Step> visitor) {
    branch.steps().forEach(step -> step.visit(visitor));
  }

  private void follow(Step.Match match) {
    Program program = start.program();
    if (match.type().name().equals(Vocabulary.EARNED)) {
      match.referents().forEach(number -> visit(program.credentials().get(number)));
      Set<Object> held = values.computeIfAbsent(HELD, none -> new LinkedHashSet<>());
      match
          .referents()
          .forEach(number -> held.add(program.credentials().get(number).credential().id()));
      values.computeIfAbsent(HELD_SINCE, none -> new LinkedHashSet<>());
    } else if (match.type().name().equals(Vocabulary.MET)) {
      match.referents().forEach(this::visitRequirement);
    }
  }

  private void look(Test test, Map<Integer, VocabularyType> types, Map<Integer, Value> arguments) {
    comparedDates.add(test, types, arguments);
    List<Asked> fields = new ArrayList<>();
    test.formula().visit(value -> fields.addAll(own(value, types, arguments)));
    Operands operands = start.operands(test);
    for (Asked field : fields) {
      Set<Object> all = values.computeIfAbsent(field, none -> new LinkedHashSet<>());
      all.addAll(operands.texts());
      all.addAll(operands.amounts());
      all.addAll(operands.dates());
      for (String expression : operands.expressions()) {
        String sample = Samples.of(expression, 1);
        if (sample != null) {
          all.add(sample);
        }
      }
      compared.computeIfAbsent(field, none -> new LinkedHashSet<>()).addAll(fields);
      if (!operands.shifts().isEmpty() && !ComparedDates.isOfChains(test)) {
        shifts.computeIfAbsent(field, none -> new LinkedHashSet<>()).addAll(operands.shifts());
      }
    }
  }

  private static Set<Asked> fields(
      Value value, Map<Integer, VocabularyType> types, Map<Integer, Value> arguments) {
    Set<Asked> fields = new LinkedHashSet<>();
    value.visit(part -> fields.addAll(own(part, types, arguments)));
    return fields;
  }

  /** The field that a value is, or the fields that a total is made from. */
  static Set<Asked> own(
      Value value, Map<Integer, VocabularyType> types, Map<Integer, Value> arguments) {
    if (value instanceof Value.Field field) {
      VocabularyType type = types.get(field.of().slot());
      return type == null ? Set.of() : Set.of(asked(type, field.field().name()));
    }
    @Nullable Value argument = value instanceof Value.Slot slot ? arguments.get(slot.slot()) : null;
    return argument == null ? Set.of() : fields(argument, types, Map.of());
  }
}

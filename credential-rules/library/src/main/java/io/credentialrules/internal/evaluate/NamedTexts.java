package io.credentialrules.internal.evaluate;

import com.google.re2j.Pattern;
import io.credentialrules.UnknownText;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.result.StatedUnknownText;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.internal.text.PlainText;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.internal.work.OrderedKey;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts that the rules of a program name, for each field of each type. Thread-safe. */
final class NamedTexts {
  private static final int MOST_COMPARED = 2_000;
  private static final int MOST_GUESSED = 100;

  private final Program program;
  private final Map<Place, Named> places = new HashMap<>();

  /** The types of which some pattern takes facts whatever their texts say. */
  private final Set<Class<? extends Record>> takenAnyhow = new HashSet<>();

  /** A field of facts of a class, however a pattern looks at them. */
  private record Place(Class<? extends Record> fact, String field) {}

  /** What rules name in one field. */
  private static final class Named {
    private final Set<String> texts = new LinkedHashSet<>();
    private final Map<String, String> plain = new HashMap<>();
    private final Set<String> expressions = new HashSet<>();
    private final List<Pattern> patterns = new ArrayList<>();

    void addText(String text) {
      if (texts.add(text)) {
        plain.merge(
            PlainText.of(text), text, (one, other) -> one.compareTo(other) <= 0 ? one : other);
      }
    }

    void addExpression(String expression) {
      if (expressions.add(expression)) {
        patterns.add(Pattern.compile(expression));
      }
    }

    boolean names(String text, Budget budget) {
      if (texts.contains(text)) {
        return true;
      }
      for (Pattern pattern : patterns) {
        budget.spendRow();
        budget.checkTime();
        if (pattern.matcher(Interruption.heeding(text)).matches()) {
          return true;
        }
      }
      return false;
    }

    @Nullable String nearest(String text) {
      return plain.get(PlainText.of(text));
    }

    /** The first by the alphabet that is likely to be meant; null where none of the first is. */
    @Nullable String meant(String text) {
      Interruption.check();
      return texts.stream()
          .limit(MOST_COMPARED)
          .filter(named -> NearestWord.isSlipOf(text, named))
          .min(Comparator.naturalOrder())
          .orElse(null);
    }
  }

  NamedTexts(Program program) {
    this.program = program;
    for (Requirement requirement : program.requirements()) {
      for (Proof proof : requirement.proofs()) {
        proof.branches().forEach(this::add);
      }
    }
    VocabularyType held =
        Objects.requireNonNull(program.vocabulary().type(HeldCredential.class.getSimpleName()));
    Named credentials = at(held, "credential");
    program.credentials().forEach(award -> credentials.addText(award.credential().id()));
  }

  private Named at(VocabularyType type, String field) {
    return places.computeIfAbsent(new Place(type.record(), field), none -> new Named());
  }

  private void add(Branch branch) {
    Map<Integer, VocabularyType> types = new HashMap<>();
    for (Step step : branch.steps()) {
      step.visit(
          each -> {
            if (each instanceof Step.Match match) {
              types.put(match.slot(), match.type());
            }
          });
    }
    branch.steps().forEach(this::take);
    for (Step step : branch.steps()) {
      step.visit(
          each -> {
            if (each instanceof Step.Match match) {
              match.tests().forEach(test -> add(test.formula(), types));
            } else if (each instanceof Step.Total total) {
              total.tests().forEach(test -> add(test.formula(), types));
            }
          });
    }
  }

  /** What must not be there, and what each fact must be like, takes no fact. */
  private void take(Step step) {
    if (step instanceof Step.Match match) {
      boolean[] reads = new boolean[1];
      match
          .tests()
          .forEach(
              test ->
                  test.formula()
                      .visit(
                          value -> reads[0] |= value.field() != null && holdsText(value.field())));
      if (!reads[0]) {
        takenAnyhow.add(match.type().record());
      }
    } else if (step instanceof Step.Some || step instanceof Step.Total) {
      step.parts().forEach(this::take);
    }
  }

  private void add(Formula formula, Map<Integer, VocabularyType> types) {
    if (!(formula instanceof Comparison comparison)) {
      formula.parts().stream().map(Test::formula).forEach(part -> add(part, types));
      return;
    }
    Value text =
        comparison.operator() == Operator.MEMBER_OF ? comparison.right() : comparison.left();
    Object literal = (text == comparison.left() ? comparison.right() : comparison.left()).literal();
    if (!(text instanceof Value.Field field) || !holdsText(field.field()) || literal == null) {
      return;
    }
    VocabularyType type = types.get(field.of().slot());
    if (type == null) {
      return;
    }
    Named named = at(type, field.field().name());
    boolean isExpression =
        comparison.operator() == Operator.MATCHES || comparison.operator() == Operator.NOT_MATCHES;
    for (Object one : literal instanceof Collection<?> all ? all : List.of(literal)) {
      if (isExpression) {
        named.addExpression((String) one);
      } else if (one instanceof String name) {
        named.addText(name);
      }
    }
  }

  private static boolean holdsText(VocabularyField field) {
    return !field.ofProvenance()
        && (field.kind() == FieldKind.TEXT || field.kind() == FieldKind.TEXTS);
  }

  /**
   * The texts of facts that no rule names, in the order of the facts, each once. Where a rule takes
   * facts whatever their texts say, only those that are nearly one that is named.
   */
  List<UnknownText> unknown(List<Fact> facts, ZonedDateTime asOf, Budget budget) {
    Map<OrderedKey, UnknownText> unknown = new LinkedHashMap<>();
    for (Fact fact : facts) {
      VocabularyType type = program.vocabulary().typeOf(fact);
      if (type == null) {
        continue;
      }
      budget.checkTime();
      Candidate candidate = new Candidate(fact, type, asOf, budget);
      for (VocabularyField field : type.fields()) {
        Named named = places.get(new Place(type.record(), field.name()));
        Object value = named == null ? null : candidate.value(field);
        if (named == null || value == null) {
          continue;
        }
        for (Object text : value instanceof Collection<?> all ? all : List.of(value)) {
          if (!(text instanceof String said)) {
            continue;
          }
          OrderedKey key = new OrderedKey(List.of(type.name(), field.name(), said));
          if (!unknown.containsKey(key) && !named.names(said, budget)) {
            String plain = named.nearest(said);
            String nearest =
                plain == null && unknown.size() < MOST_GUESSED ? named.meant(said) : plain;
            if (nearest != null || !takenAnyhow.contains(type.record())) {
              unknown.put(
                  key, new StatedUnknownText(fact, type.name(), field.name(), said, nearest));
            }
          }
        }
      }
    }
    return List.copyOf(unknown.values());
  }
}

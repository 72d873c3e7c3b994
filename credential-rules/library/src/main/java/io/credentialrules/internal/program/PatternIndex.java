package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds things by the patterns that a fact may match: by its type, and by all texts and words that
 * fields of it must equal, or one that a set must contain. A look-up costs one access to a map for
 * each combination of fields by which patterns of the fact's type are told apart, whatever the
 * number of patterns.
 *
 * @param <T> what is found
 */
public final class PatternIndex<T> {
  private final Map<String, OfType<T>> byType = new HashMap<>();

  /**
   * What the facts of a pattern have in common.
   *
   * @param type the name of their type
   * @param constants what fields must equal, by the name of the field; where none must equal
   *     anything, what one set must contain
   */
  public record Anchor(String type, ImmutableMap<VocabularyField, String> constants) {

    /** That of a pattern. */
    public static Anchor of(Step.Match match) {
      Map<VocabularyField, String> constants =
          new TreeMap<>(Comparator.comparing(VocabularyField::name));
      Map<VocabularyField, String> contained = new LinkedHashMap<>();
      for (Test test : match.tests()) {
        Comparison comparison = test.comparison();
        if (comparison == null
            || !test.readsOnly(match.slot())
            || !(comparison.right().literal() instanceof String value)) {
          continue;
        }
        VocabularyField field = comparison.left().field();
        if (field == null) {
          continue;
        }
        if (comparison.operator() == Operator.EQUAL && isName(field)) {
          constants.putIfAbsent(field, value);
        } else if (comparison.operator() == Operator.CONTAINS
            && field.kind() == FieldKind.TEXTS
            && contained.isEmpty()) {
          contained.put(field, value);
        }
      }
      return new Anchor(
          match.type().name(), ImmutableMap.copyOf(constants.isEmpty() ? contained : constants));
    }

    private static boolean isName(VocabularyField field) {
      return field.kind() == FieldKind.TEXT || field.kind() == FieldKind.WORD;
    }

    /** What tells it apart; fields are compared by name, because they belong to one type. */
    public String key() {
      StringBuilder key = new StringBuilder(type);
      constants.forEach(
          (field, value) -> key.append(' ').append(field.name()).append('=').append(value));
      return key.toString();
    }
  }

  /** What is found by the same fields of a type. */
  private static final class ByFields<T> {
    private final ImmutableList<VocabularyField> fields;
    private final Map<Object, List<T>> byValues = new HashMap<>();

    private ByFields(ImmutableList<VocabularyField> fields) {
      this.fields = fields;
    }

    private void add(Collection<String> values, T found) {
      byValues
          .computeIfAbsent(key(ImmutableList.copyOf(values)), key -> new ArrayList<>(1))
          .add(found);
    }

    private static Object key(List<?> values) {
      return values.size() == 1 ? values.get(0) : values;
    }

    private List<T> of(Candidate fact) {
      if (fields.size() == 1) {
        Object value = fact.value(fields.get(0));
        if (value instanceof Collection<?> texts) {
          return texts.stream()
              .distinct()
              .flatMap(text -> byValues.getOrDefault(text, List.of()).stream())
              .toList();
        }
        return value == null ? List.of() : byValues.getOrDefault(value, List.of());
      }
      Object[] values = new Object[fields.size()];
      for (int i = 0; i < values.length; i++) {
        Object value = fact.value(fields.get(i));
        if (value == null) {
          return List.of();
        }
        values[i] = value;
      }
      return byValues.getOrDefault(Arrays.asList(values), List.of());
    }
  }

  /** What is found by facts of one type. */
  private static final class OfType<T> {
    private final Map<List<String>, ByFields<T>> byNames = new HashMap<>();
    private final List<ByFields<T>> all = new ArrayList<>();

    private void add(Anchor anchor, T found) {
      List<String> names = anchor.constants().keySet().stream().map(VocabularyField::name).toList();
      ByFields<T> byFields = byNames.get(names);
      if (byFields == null) {
        byFields = new ByFields<>(anchor.constants().keySet().asList());
        byNames.put(names, byFields);
        all.add(byFields);
      }
      byFields.add(anchor.constants().values(), found);
    }
  }

  /** Adds what is to be found; only while the index is built. */
  public void add(Anchor anchor, T found) {
    byType.computeIfAbsent(anchor.type(), type -> new OfType<>()).add(anchor, found);
  }

  /** What was added for patterns that a fact may match, as often as it was. */
  public void matching(Candidate fact, Consumer<T> each) {
    OfType<T> ofType = byType.get(fact.typeName());
    if (ofType != null) {
      for (ByFields<T> byFields : ofType.all) {
        byFields.of(fact).forEach(each);
      }
    }
  }
}

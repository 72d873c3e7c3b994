package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableList;
import io.credentialrules.NotCounted;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.FieldUse;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order of facts that does not depend on that of the record: by type, then by what rules read
 * and by what is no text, and only then by texts that no rule reads. So a record in which such
 * texts are replaced, because they tell who somebody is, gives the same answer in the same order.
 */
final class CanonicalOrder {
  /** Own fields do not depend on the date; the age of the learner, who is one, orders nothing. */
  private static final ZonedDateTime ANY_DAY =
      ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final Vocabulary vocabulary;
  private final Map<String, Set<String>> read = new HashMap<>();

  /** What facts of a type are ordered by, one after the other. */
  private final Map<String, List<Function<Fact, @Nullable Object>>> keys =
      new ConcurrentHashMap<>();

  CanonicalOrder(Program program) {
    this.vocabulary = program.vocabulary();
    for (FieldUse use : program.model().fieldUses()) {
      read.computeIfAbsent(use.type(), type -> new HashSet<>()).add(use.field());
    }
  }

  /** The facts in order. */
  List<Fact> sorted(Collection<Fact> facts) {
    return sorted(facts, fact -> fact);
  }

  /** The same for facts that do not count. */
  List<NotCounted> sortedNotCounted(Collection<NotCounted> facts) {
    return sorted(facts, NotCounted::fact);
  }

  int compare(Fact one, Fact other) {
    return new Keyed<>(one, one).compareTo(new Keyed<>(other, other));
  }

  private <T> List<T> sorted(Collection<T> elements, Function<T, Fact> fact) {
    List<Keyed<T>> keyed = new ArrayList<>(elements.size());
    for (T element : elements) {
      Interruption.check();
      keyed.add(new Keyed<>(element, fact.apply(element)));
    }
    Collections.sort(keyed);
    return keyed.stream().map(Keyed::element).toList();
  }

  /**
   * Something with the fact by which it is ordered. What tells facts apart is mostly among the
   * first that is compared, so the rest is not read, and the whole fact not written out.
   */
  private final class Keyed<T> implements Comparable<Keyed<T>> {
    private final T element;
    private final Fact fact;
    private final List<Function<Fact, @Nullable Object>> keys;
    private final List<String> texts = new ArrayList<>();

    private Keyed(T element, Fact fact) {
      this.element = element;
      this.fact = fact;
      this.keys = keys(fact);
    }

    private T element() {
      return element;
    }

    private String text(int place) {
      while (texts.size() <= place) {
        texts.add(String.valueOf(keys.get(texts.size()).apply(fact)));
      }
      return texts.get(place);
    }

    @Override
    public int compareTo(Keyed<T> other) {
      int order =
          fact.getClass() == other.fact.getClass()
              ? 0
              : fact.getClass().getSimpleName().compareTo(other.fact.getClass().getSimpleName());
      for (int place = 0; order == 0 && place < Math.min(keys.size(), other.keys.size()); place++) {
        order = text(place).compareTo(other.text(place));
      }
      return order;
    }
  }

  private List<Function<Fact, @Nullable Object>> keys(Fact fact) {
    VocabularyType type = vocabulary.typeOf(fact);
    return type == null || fact instanceof Learner
        ? ImmutableList.of(Fact::toString)
        : keys.computeIfAbsent(type.name(), first -> keys(type));
  }

  private List<Function<Fact, @Nullable Object>> keys(VocabularyType type) {
    Set<String> fieldsRead = read.getOrDefault(type.name(), Set.of());
    List<Function<Fact, @Nullable Object>> all = new ArrayList<>();
    for (VocabularyField field : type.fields()) {
      if (!field.ofProvenance() && (isNoText(field) || fieldsRead.contains(field.name()))) {
        all.add(fact -> field.value(fact, ANY_DAY));
      }
    }
    add(all, fieldsRead);
    all.add(Fact::toString);
    return List.copyOf(all);
  }

  private static boolean isNoText(VocabularyField field) {
    return field.kind() != FieldKind.TEXT
        && field.kind() != FieldKind.LEVEL
        && field.kind() != FieldKind.TEXTS;
  }

  private static void add(List<Function<Fact, @Nullable Object>> all, Set<String> fieldsRead) {
    all.add(fact -> fact.provenance().status());
    all.add(fact -> fact.provenance().vetting().status());
    all.add(fact -> fact.provenance().vetting().role());
    all.add(fact -> fact.provenance().vetting().on());
    all.add(fact -> fact.provenance().validFrom());
    all.add(fact -> fact.provenance().validUntil());
    if (fieldsRead.contains("id")) {
      all.add(fact -> fact.provenance().id());
    }
    if (fieldsRead.contains("source")) {
      all.add(fact -> fact.provenance().source());
    }
    if (fieldsRead.contains("reviewer")) {
      all.add(fact -> fact.provenance().vetting().reviewer());
    }
  }
}

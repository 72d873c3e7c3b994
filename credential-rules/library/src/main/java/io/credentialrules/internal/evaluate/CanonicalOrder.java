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
import java.time.LocalDate;
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

  private final Map<String, Keys> keys = new ConcurrentHashMap<>();

  /**
   * What facts of a type are ordered by.
   *
   * @param className the simple name of their class, which comes first
   * @param all the values that decide next, one after the other
   */
  private record Keys(String className, List<Function<Fact, @Nullable Object>> all) {}

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
    private final Keys keys;
    private final @Nullable Object[] values;
    private int read;

    private Keyed(T element, Fact fact) {
      this.element = element;
      this.fact = fact;
      this.keys = keys(fact);
      this.values = new @Nullable Object[keys.all().size()];
    }

    private T element() {
      return element;
    }

    private @Nullable Object value(int place) {
      while (read <= place) {
        values[read] = keys.all().get(read).apply(fact);
        read++;
      }
      return values[place];
    }

    @Override
    public int compareTo(Keyed<T> other) {
      int order =
          fact.getClass() == other.fact.getClass()
              ? 0
              : keys.className().compareTo(other.keys.className());
      int most = Math.min(values.length, other.values.length);
      for (int place = 0; order == 0 && place < most; place++) {
        order = compareAsTexts(value(place), other.value(place));
      }
      return order;
    }
  }

  /** As texts, which need not be written where the values tell as much. */
  static int compareAsTexts(@Nullable Object one, @Nullable Object other) {
    if (one == other) {
      return 0;
    }
    if (one instanceof LocalDate day
        && other instanceof LocalDate then
        && hasFourDigits(day)
        && hasFourDigits(then)) {
      return day.compareTo(then);
    }
    return String.valueOf(one).compareTo(String.valueOf(other));
  }

  private static boolean hasFourDigits(LocalDate day) {
    return day.getYear() >= 0 && day.getYear() <= 9_999;
  }

  private Keys keys(Fact fact) {
    VocabularyType type = vocabulary.typeOf(fact);
    if (type == null || fact instanceof Learner) {
      return new Keys(fact.getClass().getSimpleName(), ImmutableList.of(Fact::toString));
    }
    Keys known = keys.get(type.name());
    if (known == null) {
      known = new Keys(fact.getClass().getSimpleName(), keys(type));
      keys.put(type.name(), known);
    }
    return known;
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

package io.credentialrules.internal.evaluate;

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
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.Vetting;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The order of facts that does not depend on that of the record: by type, then by what rules read
 * and by what is no text, and only then by texts that no rule reads. So a record in which such
 * texts are replaced, because they tell who somebody is, gives the same answer in the same order.
 */
final class CanonicalOrder {
  /** Own fields do not depend on the date; the age of the learner, who is one, orders nothing. */
  private static final ZonedDateTime ANY_DAY =
      ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private static final char BETWEEN = '\u0000';

  private final Vocabulary vocabulary;
  private final Map<String, Set<String>> read = new HashMap<>();

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
    return key(one).compareTo(key(other));
  }

  private record Keyed<T>(T element, String key) {}

  private <T> List<T> sorted(Collection<T> elements, Function<T, Fact> fact) {
    List<Keyed<T>> keyed = new ArrayList<>(elements.size());
    for (T element : elements) {
      Interruption.check();
      keyed.add(new Keyed<>(element, key(fact.apply(element))));
    }
    keyed.sort(Comparator.comparing(Keyed::key));
    return keyed.stream().map(Keyed::element).toList();
  }

  private String key(Fact fact) {
    StringBuilder key = new StringBuilder(fact.getClass().getSimpleName()).append(BETWEEN);
    VocabularyType type = vocabulary.typeOf(fact);
    if (type != null && !(fact instanceof Learner)) {
      Set<String> fieldsRead = read.getOrDefault(type.name(), Set.of());
      for (VocabularyField field : type.fields()) {
        if (!field.ofProvenance() && (isNoText(field) || fieldsRead.contains(field.name()))) {
          key.append(field.value(fact, ANY_DAY)).append(BETWEEN);
        }
      }
      append(key, fact.provenance(), fieldsRead);
    }
    return key.append(fact).toString();
  }

  private static boolean isNoText(VocabularyField field) {
    return field.kind() != FieldKind.TEXT
        && field.kind() != FieldKind.LEVEL
        && field.kind() != FieldKind.TEXTS;
  }

  private static void append(StringBuilder key, Provenance provenance, Set<String> fieldsRead) {
    Vetting vetting = provenance.vetting();
    key.append(provenance.status()).append(BETWEEN);
    key.append(vetting.status()).append(BETWEEN);
    key.append(vetting.role()).append(BETWEEN);
    key.append(vetting.on()).append(BETWEEN);
    key.append(provenance.validFrom()).append(BETWEEN);
    key.append(provenance.validUntil()).append(BETWEEN);
    key.append(fieldsRead.contains("id") ? provenance.id() : "").append(BETWEEN);
    key.append(fieldsRead.contains("source") ? provenance.source() : "").append(BETWEEN);
    key.append(fieldsRead.contains("reviewer") ? vetting.reviewer() : "").append(BETWEEN);
  }
}

package io.credentialrules.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import io.credentialrules.policy.syntax.Including;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact type that rules can name. Immutable. */
public final class VocabularyType {
  private final String name;
  private final String noun;
  private final String plural;
  private final boolean needsVetting;
  private final boolean statedByInstitution;
  private final Class<? extends Record> record;
  private final ImmutableMap<String, VocabularyField> fields;
  private final ImmutableList<VocabularyField> dates;
  private final ImmutableSortedSet<Including> including;

  VocabularyType(
      String name,
      String noun,
      String plural,
      boolean needsVetting,
      boolean statedByInstitution,
      Class<? extends Record> record,
      List<VocabularyField> fields) {
    this.name = name;
    this.noun = noun;
    this.plural = plural;
    this.needsVetting = needsVetting;
    this.statedByInstitution = statedByInstitution;
    this.record = record;
    this.fields = Maps.uniqueIndex(fields, VocabularyField::name);
    this.dates =
        fields.stream()
            .filter(field -> field.kind() == FieldKind.DATE && !field.ofProvenance())
            .collect(ImmutableList.toImmutableList());
    this.including = ImmutableSortedSet.of();
  }

  private VocabularyType(VocabularyType of, String name, ImmutableSortedSet<Including> including) {
    this.name = name;
    this.noun = of.noun;
    this.plural = of.plural;
    this.needsVetting = of.needsVetting;
    this.statedByInstitution = of.statedByInstitution;
    this.record = of.record;
    this.fields = of.fields;
    this.dates = of.dates;
    this.including = including;
  }

  /**
   * The type as patterns see it that ask for more facts than those that count. Its name says which,
   * so that nothing takes it for the type itself.
   */
  public VocabularyType including(ImmutableSortedSet<Including> further) {
    String named =
        further.stream().map(Including::written).collect(java.util.stream.Collectors.joining(", "));
    return new VocabularyType(this, record.getSimpleName() + " including " + named, further);
  }

  /** Which facts it has beside those that count; empty for a type of the vocabulary. */
  public ImmutableSortedSet<Including> including() {
    return including;
  }

  /** Its name in DRL. */
  public String name() {
    return name;
  }

  /** The noun that sentences use. */
  public String noun() {
    return noun;
  }

  /** The plural of the noun. */
  public String plural() {
    return plural;
  }

  /** Whether a fact of this type counts only once a reviewer has accepted it. */
  public boolean needsVetting() {
    return needsVetting;
  }

  /** Whether only the institution brings such a fact about, so that plans never ask for one. */
  public boolean isStatedByInstitution() {
    return statedByInstitution;
  }

  /** The record that it is made from. */
  public Class<? extends Record> record() {
    return record;
  }

  /** Its fields, its own before those of its provenance. */
  public List<VocabularyField> fields() {
    return fields.values().asList();
  }

  /** The fields of its own that hold a date, in their order. */
  public List<VocabularyField> dates() {
    return dates;
  }

  /** A field by its name, or null. */
  public @Nullable VocabularyField field(String field) {
    return fields.get(field);
  }

  /**
   * Whether the facts are derived by rules or given by the evaluation: {@code Earned}, {@code Met},
   * {@code Today}.
   */
  public boolean isDerived() {
    return name.equals(Vocabulary.EARNED)
        || name.equals(Vocabulary.MET)
        || name.equals(Vocabulary.TODAY);
  }

  @Override
  public String toString() {
    return name;
  }
}

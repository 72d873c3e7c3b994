package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.LearnerRecordWriter;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Field;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.NotInRules;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.RubricScore;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class VocabularyArbitrariesProperties {
  /** A host's own. */
  @FactType(noun = "flight", plural = "flights")
  public record Flight(
      @Field(unit = "landings", min = "1", max = "9") int landings,
      @Nullable Boolean night,
      List<String> remarks,
      @NotInRules @Nullable Object plane,
      Provenance provenance)
      implements Fact {}

  @Property
  void any_record_is_read_as_it_was_written(@ForAll LearnerRecord record) {
    LearnerRecord read =
        LearnerRecordReader.of(Vocabulary.standard(), ZoneOffset.UTC)
            .read("record.json", LearnerRecordWriter.write(record));

    assertThat(read.learner()).isEqualTo(record.learner());
    assertThat(read.facts()).containsExactlyInAnyOrderElementsOf(record.facts());
  }

  @Property
  void amounts_lie_within_their_bounds(@ForAll RubricScore score, @ForAll Flight flight) {
    assertThat(score.percent() == null || score.percent().compareTo(BigDecimal.valueOf(100)) <= 0)
        .isTrue();
    assertThat(flight.landings()).isBetween(1, 9);
  }

  @Property(tries = 5)
  void a_parameter_is_given_by_its_type(
      @ForAll Fact fact, @ForAll Learner learner, @ForAll Provenance provenance) {
    assertThat(Vocabulary.standard().typeOf(fact)).isNotNull();
    assertThat(learner.id()).isNotEmpty();
    assertThat(provenance.status()).isNotNull();
  }

  @Example
  void each_field_that_may_be_absent_is_absent_and_present() {
    Map<String, TreeSet<Boolean>> seen = new TreeMap<>();
    Vocabulary vocabulary = Vocabulary.standard().with(Flight.class);
    VocabularyArbitraries.of(vocabulary)
        .facts()
        .sampleStream()
        .limit(1_500)
        .forEach(
            fact -> {
              VocabularyType type = Objects.requireNonNull(vocabulary.typeOf(fact));
              for (VocabularyField field : type.fields()) {
                boolean present =
                    field.value(fact, ZonedDateTime.parse("2026-05-01T12:00:00Z")) != null;
                seen.computeIfAbsent(type + "." + field.name(), of -> new TreeSet<>()).add(present);
              }
            });
    for (VocabularyType type : vocabulary.types()) {
      for (VocabularyField field : type.fields()) {
        if (!type.isDerived() && type.record() != Learner.class && !field.ofProvenance()) {
          assertThat(seen.get(type + "." + field.name()))
              .as(type + "." + field.name())
              .hasSize(field.required() ? 1 : 2);
        }
      }
    }
  }

  @Example
  void a_type_that_nobody_registered_is_refused() {
    assertThatThrownBy(() -> VocabularyArbitraries.of(Vocabulary.standard()).facts(Flight.class))
        .hasMessageContaining("no fact type `Flight`")
        .hasMessageContaining("register it");
  }
}

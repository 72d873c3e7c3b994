package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
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
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

  /** Bounds beyond all that is usual, and all kinds of components that a host's fact can have. */
  @FactType(noun = "voyage", plural = "voyages", needsVetting = false)
  public record Voyage(
      @Field(unit = "miles", min = "20000") BigDecimal miles,
      @Field(unit = "degrees", max = "-20000.5") BigDecimal depth,
      @Field(unit = "grams", min = "0.005", max = "0.125") BigDecimal salt,
      @Field(unit = "fish", min = "0.5", max = "5000000000") int fish,
      @Field(unit = "waves", min = "3000000000") long waves,
      @Nullable Boolean night,
      List<String> ports,
      Provenance provenance)
      implements Fact {}

  private static final CredentialRules VOYAGES =
      CredentialRules.builder()
          .register(Voyage.class)
          .add(
              PolicyPack.of(
                  "voyages",
                  Map.of(
                      "a.drl",
                      """
                      import io.credentialrules.testkit.VocabularyArbitrariesProperties.Voyage
                      rule "Sailor" @credential( "sailor" )
                      when Voyage( miles <= 20000, depth >= -20000.5, salt >= 0.125, fish <= 1,
                                   waves <= 3000000000, night, ports contains "Bath" )
                      then end
                      """)))
          .compile();

  @Property
  void whatever_bounds_a_host_declares_no_fact_is_beyond_them(@ForAll Voyage voyage) {
    assertThat(VOYAGES.evaluate(record(voyage), AS_OF).counted()).hasSizeLessThanOrEqualTo(2);
    assertThat(voyage.miles()).isBetween(new BigDecimal("20000"), new BigDecimal("30000"));
    assertThat(voyage.depth()).isLessThanOrEqualTo(new BigDecimal("-20000.5"));
    assertThat(voyage.salt()).isBetween(new BigDecimal("0.005"), new BigDecimal("0.125"));
    assertThat(voyage.fish()).isPositive();
    assertThat(voyage.waves()).isGreaterThanOrEqualTo(3_000_000_000L);
  }

  @Property
  void nor_is_one_that_lies_around_the_bounds_of_a_rule(@ForAll("voyagers") LearnerRecord record) {
    assertThat(VOYAGES.evaluate(record, AS_OF).notCounted()).isNotNull();
  }

  @Example
  void records_at_the_bounds_earn_and_miss_what_the_rule_asks_for() {
    assertThat(
            voyagers()
                .sampleStream()
                .limit(1_000)
                .map(record -> VOYAGES.evaluate(record, AS_OF).isEarned("sailor"))
                .distinct())
        .containsExactlyInAnyOrder(true, false);
  }

  @Provide
  Arbitrary<LearnerRecord> voyagers() {
    return PolicyRecords.of(VOYAGES, AS_OF).any();
  }

  private static final ZonedDateTime AS_OF = ZonedDateTime.parse("2026-05-01T12:00:00Z");

  private static LearnerRecord record(Fact fact) {
    return LearnerRecord.builder("ada").add(fact).build();
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

package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Field;
import io.credentialrules.vocabulary.NotInRules;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.WorkExperience;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a host's own fact type gives, an evaluation ends, and says which field was at fault. */
class HostFactTest {

  /** A fact type whose accessor does as it is told. */
  @FactType(noun = "dive", plural = "dives")
  public record Depth(@Field(unit = "metres") BigDecimal depth, Provenance provenance)
      implements Fact {
    private static final ThreadLocal<Supplier<@Nullable BigDecimal>> GIVEN =
        ThreadLocal.withInitial(() -> () -> BigDecimal.TEN);

    @Override
    public BigDecimal depth() {
      return GIVEN.get().get();
    }
  }

  /** A fact type with a component of which rules know nothing. */
  @FactType(noun = "photo", plural = "photos", needsVetting = false)
  public record Photo(
      String subject,
      @NotInRules @Nullable URI picture,
      @NotInRules int size,
      Provenance provenance)
      implements Fact {}

  private static final CredentialRules RULES =
      CredentialRules.builder()
          .register(Depth.class)
          .add(
              pack(
                  "import io.credentialrules.HostFactTest.Depth\n"
                      + "rule \"Deep\" @credential( \"deep\" )"
                      + " when Depth( depth >= 10 ) then end"))
          .compile();

  private static Evaluation evaluate(Supplier<@Nullable BigDecimal> given) {
    Depth.GIVEN.set(given);
    try {
      return RULES.evaluate(record(new Depth(BigDecimal.ONE, VETTED)), TODAY, ZONE);
    } finally {
      Depth.GIVEN.remove();
    }
  }

  @Test
  void an_amount_that_is_read_counts() {
    assertThat(evaluate(() -> BigDecimal.TEN).isEarned("deep")).isTrue();
    assertThat(evaluate(() -> new BigDecimal("9.99")).isEarned("deep")).isFalse();
  }

  @Test
  void an_accessor_that_throws_is_named_and_its_failure_kept() {
    IllegalStateException failure = new IllegalStateException("the database is gone");
    assertThatThrownBy(
            () ->
                evaluate(
                    () -> {
                      throw failure;
                    }))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("`depth` of Depth cannot be read, because its accessor fails")
        .hasCause(failure);
  }

  @Test
  void an_accessor_that_gives_nothing_where_something_must_be_is_named() {
    assertThatThrownBy(() -> evaluate(() -> null))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("`depth` of Depth is absent, and must be there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999", "1e-99999999", "-1e31", "1234567890123456789012345678901"})
  void an_amount_without_end_is_named(String amount) {
    assertThatThrownBy(() -> evaluate(() -> new BigDecimal(amount)))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("`depth` of Depth has more than 30 digits; maybe the unit is wrong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e30", "-1e-30", "123456789012345678901234567890", "10.000"})
  void an_amount_of_thirty_digits_is_read(String amount) {
    assertThat(evaluate(() -> new BigDecimal(amount)).earned()).isNotNull();
  }

  /** A fact type whose amounts have bounds. */
  @FactType(noun = "jump", plural = "jumps")
  public record Jump(
      @Field(unit = "metres", min = "800", max = "4000") @Nullable BigDecimal height,
      @Field(unit = "jumps", min = "1") int jumps,
      Provenance provenance)
      implements Fact {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accumulate( Jump( $h : height ); $s : sum( $h ); $s >= 10000 ) | 3",
        "accumulate( Jump( $j : jumps ); $s : sum( $j ); $s >= 2 ) | 1",
        "Jump( height > 3999.5 ) | 1",
        "Jump( height < 800.5, jumps < 2 ) | 1",
        "Jump( height * jumps >= 30000 ) | 1",
        "Jump( height * jumps < 801 ) | 1"
      })
  void a_plan_keeps_to_the_bounds_of_amounts(String condition, int steps) {
    CredentialRules rules =
        CredentialRules.builder()
            .register(Jump.class)
            .add(pack("rule \"C\" @credential( \"c\" ) when " + condition + " then end"))
            .compile();
    Plan.Steps plan = (Plan.Steps) rules.evaluate(record(), TODAY, ZONE).plan("c");
    assertThat(plan.steps()).hasSize(steps);
    assertThat(rules.evaluate(plan.appliedTo(record()), TODAY, ZONE).isEarned("c")).isTrue();
  }

  @Test
  void what_is_out_of_bounds_is_not_planned() {
    CredentialRules rules =
        CredentialRules.builder()
            .register(Jump.class)
            .add(
                pack(
                    "rule \"C\" @credential( \"c\" )"
                        + " when Jump( height * jumps < 800 ) then end"))
            .compile();
    assertThat(rules.evaluate(record(), TODAY, ZONE).plan("c"))
        .isInstanceOf(Plan.Unreachable.class);
  }

  @Test
  void an_amount_out_of_its_bounds_is_named() {
    CredentialRules rules =
        CredentialRules.builder()
            .register(Jump.class)
            .add(
                pack(
                    "rule \"C\" @credential( \"c\" ) when Jump( height >= 800, jumps >= 1 ) then end"))
            .compile();
    assertThat(jump(rules, new BigDecimal("4000.0"), 1).isEarned("c")).isTrue();
    assertThat(jump(rules, null, 1).isEarned("c")).isFalse();
    assertThatThrownBy(() -> jump(rules, new BigDecimal("4000.01"), 1).earned())
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "`height` of Jump is 4000.01, but at most 4000; correct it, or the `max` of its @Field");
    assertThatThrownBy(() -> jump(rules, new BigDecimal("799"), 1).earned())
        .hasMessageContaining("is 799, but at least 800");
    assertThatThrownBy(() -> jump(rules, new BigDecimal("800"), 0).earned())
        .hasMessageStartingWith("`jumps` of Jump is 0, but at least 1");
  }

  /** A fact type with texts. */
  @FactType(noun = "dive", plural = "dives")
  public record Dive(List<String> tags, Provenance provenance) implements Fact {}

  @Test
  @SuppressWarnings("NullAway") // what a host without a null checker can do
  void an_absent_text_among_texts_is_named() {
    CredentialRules rules =
        CredentialRules.builder()
            .register(Dive.class)
            .add(
                pack(
                    "rule \"C\" @credential( \"c\" ) when Dive( tags contains \"deep\" ) then end"))
            .compile();
    Dive deep = new Dive(List.of("night", "deep"), VETTED);
    assertThat(rules.evaluate(record(deep), TODAY, ZONE).isEarned("c")).isTrue();
    Dive absent = new Dive(Arrays.asList("deep", null), VETTED);
    assertThatThrownBy(() -> rules.evaluate(record(absent), TODAY, ZONE).earned())
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("`tags` of Dive has an absent text among others; leave it out");
  }

  private static Evaluation jump(CredentialRules rules, @Nullable BigDecimal height, int jumps) {
    return rules.evaluate(record(new Jump(height, jumps, VETTED)), TODAY, ZONE);
  }

  @Test
  @SuppressWarnings("NullAway") // what a host without a null checker can do
  void a_fact_without_provenance_is_named() {
    assertThatThrownBy(() -> RULES.evaluate(record(new Depth(BigDecimal.ONE, null)), TODAY, ZONE))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("`provenance` of Depth is null");
  }

  /** A row of a host's own table. */
  private record Shift(String place, int minutes) {}

  @Test
  void what_a_host_keeps_in_a_class_of_its_own_is_adapted_by_a_function() {
    List<Shift> shifts = List.of(new Shift("River Nursery", 90), new Shift("Hill Farm", 45));
    LearnerRecord record =
        LearnerRecord.builder("maria")
            .addAll(
                shifts,
                shift ->
                    Records.work(shift.place(), String.valueOf(shift.minutes() / 60.0)).toBuilder()
                        .employer(shift.place())
                        .build())
            .build();
    assertThat(record.facts())
        .extracting(fact -> ((WorkExperience) fact).employer())
        .containsExactly("River Nursery", "Hill Farm");
    CredentialRules rules =
        Records.rules(
            """
            rule "An hour and a half" @credential( "c" ) when
              WorkExperience( employer == "River Nursery", hours >= 1.5 )
            then end
            """);
    assertThat(rules.evaluate(record, Records.TODAY, Records.ZONE).isEarned("c")).isTrue();
  }

  @Test
  void what_the_function_throws_is_thrown() {
    LearnerRecord.Builder record = LearnerRecord.builder("maria");
    assertThatThrownBy(
            () ->
                record.addAll(
                    List.of("x"),
                    text -> {
                      throw new IllegalStateException("no row");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no row");
  }

  @Test
  void a_component_can_be_left_out_of_the_rules() {
    String policy =
        "import io.credentialrules.HostFactTest.Photo\n"
            + "rule \"A bee\" @credential( \"bee\" ) when Photo( %s ) then end";
    CredentialRules rules =
        CredentialRules.builder()
            .register(Photo.class)
            .add(pack(policy.formatted("subject == \"BEE\"")))
            .compile();
    Photo photo = new Photo("BEE", URI.create("bee.png"), 9, Provenance.UNVETTED);

    assertThat(rules.evaluate(record(photo), TODAY, ZONE).earned()).containsExactly("bee");
    assertThat(rules.vocabulary().types())
        .filteredOn(type -> type.name().equals("Photo"))
        .flatExtracting(VocabularyType::fields)
        .extracting("name")
        .contains("subject")
        .doesNotContain("size", "picture");
    assertThat(
            CredentialRules.builder()
                .register(Photo.class)
                .add(pack(policy.formatted("size > 8")))
                .check())
        .extracting("code")
        .containsExactly("unknown-field");
    assertThat(rules.evaluate(record(), TODAY, ZONE).plan("bee"))
        .isInstanceOfSatisfying(
            Plan.Steps.class,
            plan ->
                assertThat((Photo) plan.steps().get(0).fact())
                    .extracting(Photo::subject, Photo::picture, Photo::size)
                    .containsExactly("BEE", null, 0));
  }
}

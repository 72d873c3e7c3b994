package io.credentialrules.json;

import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Records with facts of every type, made from the vocabulary itself, so that a field that is added
 * is generated too. Texts are awkward on purpose.
 */
final class GeneratedRecords {
  static final Vocabulary VOCABULARY = Vocabulary.standard().with(Visit.class);

  private static final List<String> TEXTS =
      List.of(
          "a",
          "river-nursery",
          "Ünal İıŞ",
          "日本",
          "😀 and \" and \\",
          "no",
          "2024-04-01",
          "1e2",
          "</script>",
          "line\nfeed\ttab",
          "\u0000\u001f\u007f\u2028\u2029",
          " spaced ",
          "`backtick`");
  private static final Map<String, FactForm> FORMS = FactForm.byName(VOCABULARY);

  private final Random random;

  private GeneratedRecords(Random random) {
    this.random = random;
  }

  static Arbitrary<LearnerRecord> records() {
    return Arbitraries.randomValue(random -> new GeneratedRecords(random).record());
  }

  static LearnerRecord record(long seed) {
    return new GeneratedRecords(new Random(seed)).record();
  }

  /** A fact of each type, with all fields. */
  static List<Fact> oneOfEach(long seed) {
    GeneratedRecords generated = new GeneratedRecords(new Random(seed));
    List<Fact> facts = new ArrayList<>();
    FORMS.forEach(
        (name, form) -> {
          if (!name.equals("Learner")) {
            facts.add(generated.fact(form, 0));
          }
        });
    return facts;
  }

  private LearnerRecord record() {
    List<Fact> facts = new ArrayList<>();
    List<FactForm> forms = new ArrayList<>(FORMS.values());
    int size = random.nextInt(8);
    while (facts.size() < size) {
      FactForm form = forms.get(random.nextInt(forms.size()));
      if (!form.name().equals("Learner")) {
        facts.add(fact(form, 3));
      }
    }
    List<Waiver> waivers = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      waivers.add(Waiver.of(text(), text(), role(), text(), date()));
    }
    Learner learner = (Learner) fact(form("Learner"), 2);
    return LearnerRecord.builder(learner)
        .addAll(facts)
        .waive(waivers.toArray(new Waiver[0]))
        .policyDate(random.nextBoolean() ? date() : null)
        .build();
  }

  private static FactForm form(String name) {
    return Optional.ofNullable(FORMS.get(name)).orElseThrow();
  }

  /** A fact; one field in so many that may be absent is, none for 0. */
  private Fact fact(FactForm form, int oneAbsentIn) {
    while (true) {
      List<@Nullable Object> values = new ArrayList<>();
      for (FactForm.Component component : form.components()) {
        VocabularyField field = component.field();
        boolean isAbsent =
            field != null
                && !field.required()
                && oneAbsentIn > 0
                && random.nextInt(oneAbsentIn) == 0;
        values.add(
            field == null
                ? provenance(form, oneAbsentIn)
                : isAbsent ? null : value(component, field));
      }
      try {
        return form.make(values);
      } catch (IllegalArgumentException datesOutOfOrder) {
        // Only what concerns several fields is left to chance: try again.
      }
    }
  }

  private Object value(FactForm.Component component, VocabularyField field) {
    return switch (field.kind()) {
      case TEXT, LEVEL -> text();
      case WORD ->
          component.type()
              .getEnumConstants()[random.nextInt(component.type().getEnumConstants().length)];
      case AMOUNT -> amount(component, field);
      case TRUTH -> random.nextBoolean();
      case DATE -> date();
      case TEXTS ->
          component.type() == List.class
              ? List.of(text(), text())
              : new TreeSet<>(List.of(text() + "1", text() + "2"));
    };
  }

  private Object amount(FactForm.Component component, VocabularyField field) {
    int min = field.min() == null ? -1000 : field.min().intValueExact();
    int max = field.max() == null ? 1000 : field.max().intValueExact();
    int whole = min + random.nextInt(max - min + 1);
    if (component.type() == int.class || component.type() == Integer.class) {
      return whole;
    }
    if (component.isWhole()) {
      return (long) whole;
    }
    BigDecimal decimals =
        random.nextBoolean() || whole == max
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(7) + 6);
    BigDecimal plain = new BigDecimal(whole).add(decimals).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private Provenance provenance(FactForm form, int oneAbsentIn) {
    boolean isFull = oneAbsentIn == 0;
    Instant from = isFull || random.nextBoolean() ? instant() : null;
    Instant until = from == null ? null : from.plusNanos(random.nextLong(1L << 60));
    return new Provenance(
        form.provenance().contains("id") && (isFull || random.nextBoolean()) ? text() : null,
        isFull || random.nextBoolean() ? text() : null,
        any(FactStatus.values()),
        vetting(isFull),
        from,
        until);
  }

  private Vetting vetting(boolean isFull) {
    VettingStatus status = isFull ? VettingStatus.VETTED : any(VettingStatus.values());
    return new Vetting(
        status,
        isFull || random.nextBoolean() ? text() : null,
        isFull || status != VettingStatus.UNVETTED || random.nextBoolean() ? role() : null,
        isFull || random.nextBoolean() ? date() : null);
  }

  private ReviewerRole role() {
    return any(ReviewerRole.values());
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private LocalDate date() {
    return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3000));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(
        1_500_000_000L + random.nextInt(400_000_000), random.nextInt(3) * 123_456_789L);
  }
}

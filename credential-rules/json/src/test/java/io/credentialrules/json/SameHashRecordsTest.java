package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Provenance;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Facts whose texts have one hash cost a document no more than others. */
class SameHashRecordsTest {
  private static final int MANY = 1_024;

  /** Half of what one look at each would come to, for each document. */
  private static final long MOST_COMPARED = MANY * MANY / 4L;

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  /** A host's fact, which counts how often one is compared with another. */
  @FactType(noun = "visit", plural = "visits", needsVetting = false)
  public record Visit(String place, Provenance provenance) implements Fact {
    private static final AtomicLong COMPARED = new AtomicLong();

    @Override
    public @Nullable LocalDate occurredOn() {
      return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      COMPARED.incrementAndGet();
      return other instanceof Visit visit
          && place.equals(visit.place)
          && provenance.equals(visit.provenance);
    }

    @Override
    public int hashCode() {
      return Objects.hash(place, provenance);
    }
  }

  private static Visit visit(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 1; bit < MANY; bit *= 2) {
      text.append((number & bit) == 0 ? "Aa" : "BB");
    }
    return new Visit(
        text.toString(), Provenance.UNVETTED.toBuilder().status(FactStatus.IN_PROGRESS).build());
  }

  @Test
  void they_are_written_and_redacted_without_a_look_at_each() {
    CredentialRules rules =
        CredentialRules.builder()
            .register(Visit.class)
            .add(
                PolicyPack.of(
                    "visits",
                    Map.of(
                        "a.drl",
                        """
                        import io.credentialrules.json.SameHashRecordsTest.Visit
                        rule "Visitor" @credential( "visitor" ) when Visit( place == "here" ) then end
                        """)))
            .compile();
    LearnerRecord.Builder builder = LearnerRecord.builder("ada");
    for (int i = 0; i < MANY; i++) {
      builder.add(visit(i)).add(visit(i));
    }
    LearnerRecord record = builder.build();
    Evaluation evaluation = rules.evaluate(record, DAY, ZoneOffset.UTC);
    Visit.COMPARED.set(0);

    String document = EvaluationWriter.write(evaluation);
    assertThat(document).contains(visit(0).place()).contains(visit(MANY - 1).place());
    LearnerRecord redacted =
        Redaction.of(rules, Pseudonyms.withKey(new byte[32]))
            .redact(record, evaluation.asOf())
            .record();
    assertThat(redacted.facts()).hasSizeGreaterThanOrEqualTo(MANY);
    assertThat(Visit.COMPARED).hasValueLessThan(MOST_COMPARED);
  }
}

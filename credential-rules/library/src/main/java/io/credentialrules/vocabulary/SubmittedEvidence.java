package io.credentialrules.vocabulary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that the learner handed in (Open Badges 3.0: {@code Evidence}).
 *
 * @param type what it is
 * @param topic what it is evidence for, such as {@code development-level-1}
 * @param title its title
 * @param url where it can be seen
 * @param approved whether it, or what it proves, was approved by the institution
 * @param words length in words
 * @param justification why it is evidence, in the learner's words (Open Badges 3.0: {@code
 *     narrative})
 * @param submittedOn when
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(noun = "evidence", plural = "pieces of evidence")
@Built
public record SubmittedEvidence(
    EvidenceType type,
    @Nullable String topic,
    @Nullable String title,
    @Nullable String url,
    boolean approved,
    @Field(unit = "words", min = "0") @Nullable BigDecimal words,
    @Nullable String justification,
    @Nullable LocalDate submittedOn,
    Provenance provenance)
    implements Fact {

  /** Checks amounts, dates and required words. */
  public SubmittedEvidence {
    Objects.requireNonNull(type, "type");
    words = Amounts.exact("words", words, "0", null);
    Objects.requireNonNull(provenance, "provenance");
  }

  /** Which nobody justified. */
  public SubmittedEvidence(
      EvidenceType type,
      @Nullable String topic,
      @Nullable String title,
      @Nullable String url,
      boolean approved,
      @Nullable BigDecimal words,
      @Nullable LocalDate submittedOn,
      Provenance provenance) {
    this(type, topic, title, url, approved, words, null, submittedOn, provenance);
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return submittedOn;
  }

  /**
   * For an evidence; as long as no provenance is given, it is completed and nobody has reviewed it.
   */
  public static SubmittedEvidenceBuilder builder() {
    return SubmittedEvidenceBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public SubmittedEvidenceBuilder toBuilder() {
    return SubmittedEvidenceBuilder.builder(this);
  }
}

package io.credentialrules.report.internal.words;

import io.credentialrules.NotCounted;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts of a record in words: what they are, who vetted them, why they do not count. */
public final class FactSentences {
  private static final Set<String> SAID_WITH_THEIR_NAME = Set.of("percent", "years", "level");
  private static final Set<String> PERSONAL = Set.of("Learner.birthDate");

  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;
  private final ValuePhrases values;
  private final Vocabulary vocabulary;
  private final ZonedDateTime asOf;

  FactSentences(
      Messages messages,
      Writing writing,
      Terms lexicon,
      ValuePhrases values,
      Vocabulary vocabulary,
      ZonedDateTime asOf) {
    this.messages = messages;
    this.writing = writing;
    this.lexicon = lexicon;
    this.values = values;
    this.vocabulary = vocabulary;
    this.asOf = asOf;
  }

  /** When, and in which zone. */
  ZonedDateTime asOf() {
    return asOf;
  }

  /** What is known of a fact, without who vetted it. */
  public String of(Fact fact) {
    VocabularyType type = vocabulary.typeOf(fact);
    if (type == null) {
      return Terms.split(fact.getClass().getSimpleName());
    }
    String details = details(type, fact);
    String what = noun(type, fact).one();
    return details.isEmpty() ? what : messages.say("fact", "what", what, "details", details);
  }

  /** What is known of a fact that counts, with the days on which it begins and ceases to count. */
  public String ofEvidence(Fact fact) {
    Instant from = fact.provenance().validFrom();
    Instant until = fact.provenance().validUntil();
    LocalDate happened = fact.occurredOn();
    String said = of(fact);
    if (from != null && (happened == null || happened.isBefore(first(from)))) {
      said = messages.say("fact.valid-from", "fact", said, "date", writing.date(first(from)));
    }
    return until == null
        ? said
        : messages.say("fact.valid-until", "fact", said, "date", writing.date(last(until)));
  }

  /** The first day that counts from an instant on, at the time of day of the evaluation. */
  private LocalDate first(Instant from) {
    ZonedDateTime begins = from.atZone(asOf.getZone());
    LocalDate day = begins.toLocalDate();
    return begins.toLocalTime().isAfter(asOf.toLocalTime()) ? day.plusDays(1) : day;
  }

  /** The last day that counts up to an instant, at the time of day of the evaluation. */
  private LocalDate last(Instant until) {
    ZonedDateTime ends = Provenance.lastInstant(until).atZone(asOf.getZone());
    LocalDate day = ends.toLocalDate();
    return ends.toLocalTime().isBefore(asOf.toLocalTime()) ? day.minusDays(1) : day;
  }

  /** What is known of a fact, without what it is; empty for nothing. */
  String details(VocabularyType type, Fact fact) {
    List<String> details = new ArrayList<>();
    for (VocabularyField field : type.fields()) {
      String detail = field.ofProvenance() ? null : detail(type, field, fact);
      if (detail != null) {
        details.add(detail);
      }
    }
    return String.join(", ", details);
  }

  /** The type of a fact; null where it is not registered. */
  @Nullable VocabularyType type(Fact fact) {
    return vocabulary.typeOf(fact);
  }

  /** The noun of a fact, or of its kind. */
  Noun noun(VocabularyType type, Fact fact) {
    VocabularyField kind = type.field(Terms.KIND);
    if (kind != null && kind.value(fact, asOf) instanceof String word) {
      Noun noun = lexicon.noun(type, word);
      if (noun != null) {
        return noun;
      }
    }
    return lexicon.noun(type);
  }

  private @Nullable String detail(VocabularyType type, VocabularyField field, Fact fact) {
    Object value = field.value(fact, asOf);
    if (value == null
        || value.equals(false)
        || (value instanceof Set<?> texts && texts.isEmpty())
        || PERSONAL.contains(type.name() + "." + field.name())) {
      return null;
    }
    if (value instanceof Boolean) {
      return lexicon.truth(type, field, true);
    }
    if (value instanceof String word
        && field.name().equals(Terms.KIND)
        && lexicon.noun(type, word) != null) {
      return null;
    }
    String said = values.ofFact(type, field, value);
    boolean isSelfExplaining =
        value instanceof BigDecimal && !SAID_WITH_THEIR_NAME.contains(field.unit());
    return isSelfExplaining
        ? said
        : messages.say("fact.field", "one", lexicon.label(type, field).one(), "v", said);
  }

  /** A value that a field can have. */
  String said(VocabularyType type, VocabularyField field, Object value) {
    return values.ofFact(type, field, value);
  }

  /** The value of a field of a fact; null where it is absent. */
  @Nullable String value(VocabularyType type, VocabularyField field, Fact fact) {
    Object value = field.value(fact, asOf);
    return value == null ? null : values.ofFact(type, field, value);
  }

  /** Who vetted a fact, in which role and when. */
  public String vetting(Fact fact) {
    Vetting vetting = fact.provenance().vetting();
    if (vetting.status() == VettingStatus.UNVETTED || vetting.role() == null) {
      VocabularyType type = vocabulary.typeOf(fact);
      return messages.say(
          type == null || type.needsVetting() ? "vetting.none" : "vetting.not-needed");
    }
    String role = lexicon.role(vetting.role());
    String who =
        vetting.reviewer() == null
            ? role
            : messages.say("vetting.who", "reviewer", vetting.reviewer(), "role", role);
    String key = vetting.status() == VettingStatus.VETTED ? "vetting.accepted" : "vetting.rejected";
    return vetting.on() == null
        ? messages.say(key, "who", who)
        : messages.say(key + "-on", "who", who, "date", writing.date(vetting.on()));
  }

  /** Who says so: the reviewer and the role; null where nobody accepted it. */
  public @Nullable String who(Fact fact) {
    Vetting vetting = fact.provenance().vetting();
    if (vetting.status() != VettingStatus.VETTED || vetting.role() == null) {
      return null;
    }
    String role = lexicon.role(vetting.role());
    return vetting.reviewer() == null
        ? role
        : messages.say("vetting.who", "reviewer", vetting.reviewer(), "role", role);
  }

  /** A fact and who vetted it. */
  public String withVetting(Fact fact) {
    String source = fact.provenance().source();
    String said = messages.say("fact.vetted", "fact", ofEvidence(fact), "vetting", vetting(fact));
    return source == null
        ? said
        : messages.say(
            "fact.vetted", "fact", said, "vetting", messages.say("fact.source", "source", source));
  }

  /** Why a fact does not count. */
  public String reason(NotCounted notCounted) {
    Reason reason = notCounted.reason();
    Provenance provenance = notCounted.fact().provenance();
    Instant from = provenance.validFrom();
    Instant until = provenance.validUntil();
    LocalDate date =
        reason == Reason.EXPIRED && until != null
            ? last(until)
            : reason == Reason.NOT_YET_VALID && from != null ? first(from) : null;
    return date == null
        ? messages.say("reason." + reason)
        : messages.say("reason." + reason + ".on", "date", writing.date(date));
  }
}

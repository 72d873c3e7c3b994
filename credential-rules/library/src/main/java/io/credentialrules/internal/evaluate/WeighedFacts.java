package io.credentialrules.internal.evaluate;

import com.google.common.collect.Iterables;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.NotCounted;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.internal.program.CalendarYears;
import io.credentialrules.internal.result.StatedNotCounted;
import io.credentialrules.internal.work.Distinct;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a record, each once: those that count, and those that do not, with the reason.
 *
 * @param counted in the order of the record
 * @param notCounted in the order of the record
 * @param duplicates those that are equal to another one, once for each time that they are left out
 */
record WeighedFacts(List<Fact> counted, List<NotCounted> notCounted, List<Fact> duplicates) {

  static WeighedFacts of(
      LearnerRecord record, Vocabulary vocabulary, Counting counting, Limits limits) {
    checkSize(record.facts().size(), limits);
    int most = record.facts().size() + 1;
    Distinct<Fact> distinct = new Distinct<>(most);
    List<Fact> counted = new ArrayList<>(most);
    List<NotCounted> notCounted = new ArrayList<>();
    List<Fact> duplicates = new ArrayList<>();
    for (Fact fact : Iterables.concat(List.of(record.learner()), record.facts())) {
      Interruption.check();
      if (most > 1 && !distinct.add(fact)) {
        duplicates.add(fact);
        continue;
      }
      Reason reason = against(fact, record.learner(), vocabulary, counting);
      if (reason == null) {
        counted.add(fact);
      } else {
        notCounted.add(new StatedNotCounted(fact, reason));
      }
    }
    return new WeighedFacts(counted, notCounted, duplicates);
  }

  /** A record may have no more facts than the limits allow, those that are repeated included. */
  static void checkSize(int facts, Limits limits) {
    if (facts > limits.maxFacts()) {
      throw new LimitExceededException(
          "maxFacts",
          limits.maxFacts(),
          "the record has " + facts + " facts; split it, or raise the limit");
    }
  }

  /**
   * Why a fact of a learner's record does not count; null when it does.
   *
   * @throws IllegalArgumentException when it cannot be a fact of the record
   */
  @SuppressWarnings("ReferenceEquality") // What is the same object is the same learner.
  static @Nullable Reason against(
      Fact fact, Learner learner, Vocabulary vocabulary, Counting counting) {
    VocabularyType type = vocabulary.typeOf(fact);
    if (type == null) {
      throw new IllegalArgumentException(
          "a fact of type `"
              + fact.getClass().getSimpleName()
              + "` is in the record; register the type before the rules are compiled");
    }
    if (fact instanceof Learner && fact != learner && !fact.equals(learner)) {
      throw new IllegalArgumentException(
          "the record of `" + learner.id() + "` holds another learner among its facts");
    }
    if (vocabulary != Vocabulary.standard() && Vocabulary.standard().type(type.name()) != type) {
      checkFields(fact, type, counting.asOf());
    }
    checkDates(fact, type, learner, counting.asOf());
    return counting.against(fact, type);
  }

  /** Dates such as {@code LocalDate.MAX} stand for none in a host's data. */
  private static void checkDates(
      Fact fact, VocabularyType type, Learner learner, ZonedDateTime asOf) {
    for (VocabularyField field : type.dates()) {
      if (field.value(fact, asOf) instanceof LocalDate date) {
        CalendarYears.check(
            date,
            () ->
                "`%s` of a fact of type `%s` of `%s`"
                    .formatted(field.name(), type.name(), learner.id()),
            "leave the field out where there is no date");
      }
    }
  }

  /**
   * Reads what a host's own class gives, so that what is wrong with it is told before it is used.
   */
  private static void checkFields(Fact fact, VocabularyType type, ZonedDateTime asOf) {
    Provenance provenance;
    try {
      provenance = fact.provenance();
      fact.occurredOn();
    } catch (RuntimeException problem) {
      throw new IllegalArgumentException(
          "`provenance` or `occurredOn` of " + type.name() + " cannot be read: " + problem,
          problem);
    }
    if (provenance == null) {
      throw new IllegalArgumentException("`provenance` of " + type.name() + " is null");
    }
    for (VocabularyField field : type.fields()) {
      field.value(fact, asOf);
    }
  }
}

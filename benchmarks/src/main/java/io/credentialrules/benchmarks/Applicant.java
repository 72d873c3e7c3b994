package io.credentialrules.benchmarks;

import io.credentialrules.vocabulary.Learner;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The learner as plain rules see it, with the age that the application has worked out.
 *
 * @param age full years; null where the date of birth is not known
 */
public record Applicant(
    String id,
    @Nullable String campus,
    Set<String> roles,
    @Nullable LocalDate birthDate,
    @Nullable Integer age) {

  static Applicant of(Learner learner) {
    Integer age =
        learner.birthDate() == null
            ? null
            : Period.between(learner.birthDate(), Engine.TODAY).getYears();
    return new Applicant(learner.id(), learner.campus(), learner.roles(), learner.birthDate(), age);
  }
}

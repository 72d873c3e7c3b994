package io.credentialrules.vocabulary;

/** As what a learner is enrolled. */
public enum EnrolmentLevel {
  /** At a high school. */
  HIGH_SCHOOL,
  /** In an early-college program. */
  EARLY_COLLEGE,
  /** As an undergraduate. */
  UNDERGRADUATE,
  /** As a graduate student. */
  GRADUATE,
  /** In a non-credit program. */
  NON_CREDIT,
  /** In a youth program, such as 4-H. */
  YOUTH_PROGRAM,
  /** Otherwise. */
  OTHER
}

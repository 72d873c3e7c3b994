package io.credentialrules.vocabulary;

/** How an assessment is made. */
public enum AssessmentType {
  /** A short test. */
  QUIZ,
  /** An examination, such as that of an industry certification. */
  EXAM,
  /** An open-book assessment. */
  OPEN_BOOK,
  /** A test of knowledge. */
  KNOWLEDGE_TEST,
  /** A test of skills. */
  SKILLS_TEST,
  /** A performance assessment. */
  PERFORMANCE,
  /** Another kind of assessment. */
  OTHER
}

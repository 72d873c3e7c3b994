package io.credentialrules.vocabulary;

/** The kinds of applied work that the University of Maine System's framework names for Level 3. */
public enum WorkExperienceType {
  /** An internship. */
  INTERNSHIP,
  /** A co-op placement. */
  CO_OP,
  /** An externship. */
  EXTERNSHIP,
  /** A job. */
  JOB,
  /** An apprenticeship. */
  APPRENTICESHIP,
  /** On-the-job training. */
  ON_THE_JOB_TRAINING,
  /** Other work-based learning. */
  WORK_BASED_LEARNING,
  /** Experiential or applied learning. */
  EXPERIENTIAL_LEARNING,
  /** Another kind of experience. */
  OTHER
}

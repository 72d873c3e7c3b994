package io.credentialrules.vocabulary;

/** Where an activity takes place. */
public enum Setting {
  /** On campus, outside a course. */
  CAMPUS,
  /** In the community. */
  COMMUNITY,
  /** Within a course. */
  COURSE,
  /** Within a training. */
  TRAINING,
  /** At work. */
  WORK,
  /** Elsewhere. */
  OTHER
}

package io.credentialrules.vocabulary;

/** The forms of training that the University of Maine System's framework names for Level 2. */
public enum TrainingType {
  /** A workshop. */
  WORKSHOP,
  /** A course. */
  COURSE,
  /** A program. */
  PROGRAM,
  /** A bootcamp. */
  BOOTCAMP,
  /** A webinar. */
  WEBINAR,
  /** An online module. */
  ONLINE_MODULE,
  /** Another form of training. */
  OTHER
}

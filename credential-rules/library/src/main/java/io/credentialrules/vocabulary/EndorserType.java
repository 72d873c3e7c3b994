package io.credentialrules.vocabulary;

/** Who endorses a credential. */
public enum EndorserType {
  /** An employer. */
  EMPLOYER,
  /** An educational institution. */
  INSTITUTION,
  /** An industry association. */
  ASSOCIATION,
  /** A person. */
  PERSON
}

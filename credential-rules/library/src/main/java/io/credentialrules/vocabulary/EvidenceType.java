package io.credentialrules.vocabulary;

/** What a learner hands in. */
public enum EvidenceType {
  /** A reflection in the learner's own words. */
  REFLECTION,
  /** A portfolio. */
  PORTFOLIO,
  /** A plan, such as a career action plan. */
  PLAN,
  /** A project. */
  PROJECT,
  /** A worksheet. */
  WORKSHEET,
  /** A draft of a document. */
  DRAFT,
  /** A proof of something done elsewhere, such as a certificate of attendance. */
  PROOF,
  /** A presentation. */
  PRESENTATION,
  /** A log or journal. */
  LOG,
  /** Other evidence. */
  OTHER
}
